// readback.mjs FTM WEBANNO TEXTS: reads exports with the programs they are for.
// TEXTS is a JSON object: source of an annotation -> the article's text.
import { readFileSync } from 'node:fs';
import ftm from '@alephdata/followthemoney';
import { JSDOM } from 'jsdom';
import { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } from '@apache-annotator/dom';

const { Model, defaultModel } = ftm;
const [ftmFile, annoFile, textsFile] = process.argv.slice(2);
let failures = 0;
const check = (ok, what) => { if (!ok) { console.log('FAIL ', what); failures++; } };

// FollowTheMoney: every entity is one of its model, with properties that its schema has and ranges that fit
const model = new Model(defaultModel);
const entities = readFileSync(ftmFile, 'utf8').trim().split('\n').map(line => JSON.parse(line));
const schemaOf = new Map(entities.map(e => [e.id, model.getSchema(e.schema)]));
for (const raw of entities) {
  const entity = model.getEntity({ links: {}, ...raw });
  check(entity.getCaption(), `ftm: ${raw.id} has no caption`);
  for (const [name, values] of Object.entries(raw.properties)) {
    const property = entity.schema.hasProperty(name) && entity.schema.getProperty(name);
    check(property, `ftm: ${raw.schema} has no ${name}`);
    for (const value of property && property.type.isEntity ? values : [])
      check(schemaOf.get(value)?.isA(property.range), `ftm: ${name} of ${raw.id}: ${value}`);
  }
}

// Web Annotations: both selectors lead to the same range of the article as a page shows it
const page = new JSDOM('<!doctype html><body></body>');
Object.assign(globalThis, { Node: page.window.Node, NodeFilter: page.window.NodeFilter }); // as in a browser
const texts = JSON.parse(readFileSync(textsFile, 'utf8'));
for (const item of JSON.parse(readFileSync(annoFile, 'utf8')).items) {
  const [quote, position] = item.target.selector;
  const { document } = page.window;
  document.body.textContent = texts[item.target.source];
  const ranges = [];
  for (const matches of [createTextPositionSelectorMatcher(position), createTextQuoteSelectorMatcher(quote)])
    for await (const range of matches(document.body)) { ranges.push(String(range)); break; }
  check(ranges.length === 2 && ranges[0] === quote.exact && ranges[1] === quote.exact, `webanno: ${item.id}`);
}
console.log(`${entities.length} entities`);
process.exit(failures ? 1 : 0);
