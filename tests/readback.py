#!/usr/bin/python3
"""readback.py RECORD FOLDER: reads the exports FOLDER/export-*.out with Python's own modules (and python3-icalendar),
and compares what they say with the record."""
import csv
import json
import os
import re
import sqlite3
import sys
import xml.etree.ElementTree as ET

import icalendar

db = sqlite3.connect(sys.argv[1])
folder = sys.argv[2]
EVENTS = {i: s for i, s in db.execute('SELECT id, status FROM event')}
KEPT = {i for i, p in db.execute('SELECT id, plover FROM event') if p}  # what PLOVER codes
DATED = {i for i, f in db.execute('SELECT id, first FROM event') if f}


def text(name):
    with open(os.path.join(folder, f'export-{name}.out'), encoding='utf-8', newline='') as f:
        return f.read()


def lines(name):
    return [json.loads(line) for line in text(name).splitlines()]


def check(holds, what):
    if not holds:
        raise SystemExit(what)


def tabs(name, columns, header):
    body = text(name)
    check('\r' not in body and body.endswith('\n'), f'{name}: line ends')
    rows = [line.split('\t') for line in body[:-1].split('\n')]
    check(all(len(row) == columns for row in rows), f'{name}: not {columns} columns everywhere')
    check(not any(re.search(r'[\x00-\x1f]', cell) for row in rows for cell in row), f'{name}: control')
    return [dict(zip(rows[0], row)) for row in rows[1:]] if header else rows


# JSON Lines: every event, its mentions, and spans that slice back to the article
events = lines('jsonl')
check({e['id'] for e in events} == set(EVENTS), 'jsonl: events')
documents = {k: (t, x) for k, t, x in db.execute('SELECT key, title, text FROM document')}
for e in events:
    for m in e['mentions']:
        title, body = documents[m['document']['id']]
        for span in (m['trigger'], m['evidence']):
            part = title if span['part'] == 'title' else body
            check(part[span['start']:span['end']] == span['text'], 'jsonl: span')

# CSV, and the same for spreadsheets
rows = list(csv.DictReader(text('csv').splitlines(keepends=True)))
check([r['event'] for r in rows] == [e['id'] for e in events], 'csv: events')
check(any('\n' in r['says'] for r in rows), 'csv: a sentence of two lines')
excel = text('excel')
check(excel.startswith('\ufeff') and excel.count('\r\n') == len(rows) + 1, 'excel: BOM and CRLF')
check(not any(c.startswith(('=', '+', '-', '@')) and not re.fullmatch(r'-?[\d.]+', c)
              for r in csv.reader(excel[1:].split('\r\n')) for c in r), 'excel: a formula')

# POLECAT
rows = tabs('polecat', 40, True)
check({r['Event ID'].split('_')[0] for r in rows} == KEPT, 'polecat: events')
visit = next(r for r in rows if r['Event Mode'] == 'visit')
check((visit['Actor COW'], visit['Recipient COW'], visit['GeoNames ID']) == ('640', '651', '360630'), 'polecat: codes')
check(visit['Event ID'].endswith('_CONSULT_visit') and visit['Intensity'] == '4', 'polecat: id, intensity')
check(all(r['Event Date'] == 'None' for r in rows if r['Event Mode'] == 'multilateral'), 'polecat: a month is no day')
check(all(cell != '' for r in rows for cell in r.values()), 'polecat: None')

# GDELT
rows = tabs('gdelt', 61, False)
check(all(re.fullmatch(r'\d{3,4}', r[26]) and r[26].startswith(r[28]) for r in rows), 'gdelt: codes keep their zeros')
attack = next(r for r in rows if r[28] == '19')
check(attack[53] == 'SU', 'gdelt: FIPS, not ISO')
check(len({r[0] for r in rows}) == len(rows) and all(int(r[0]) < 2 ** 53 for r in rows), 'gdelt: ids')
check(all(r[1] == '' or re.fullmatch(r'\d{8}', r[1]) for r in rows), 'gdelt: days')
mentions = tabs('gdelt-mentions', 16, False)
check({r[0] for r in mentions} == {r[0] for r in rows}, 'gdelt-mentions: ids')

# ICEWS
rows = tabs('icews', 20, True)
check({r['Event ID'].split('.')[0] for r in rows} == KEPT, 'icews: events')
check(any(r['Event Text'] == 'Make a visit' and r['CAMEO Code'] == '042' for r in rows), 'icews: labels')

# PETRARCH
rows = tabs('petrarch', 13, False)
check(all(re.fullmatch(r'\d{8}', r[0]) and re.fullmatch(r'\d{3,4}', r[3]) for r in rows), 'petrarch: columns')
check(any(r[1] == 'TURGOV' and r[2] == 'EGYGOV' for r in rows), 'petrarch: codes')

# PLOVER
rows = lines('plover')
check({r['id'] for r in rows} == KEPT, 'plover: events')
check(all(set(r) >= {'id', 'date', 'actor', 'event'} for r in rows), 'plover: fields it requires')
check([r['size'] for r in rows if 'size' in r] == [{'dead': 5}], 'plover: size')

# FollowTheMoney: entities once, references that lead somewhere, values as lists of texts
rows = lines('ftm')
ids = [r['id'] for r in rows]
check(len(ids) == len(set(ids)), 'ftm: an entity twice')
for r in rows:
    check(set(r) == {'id', 'schema', 'properties'}, 'ftm: keys')
    check(all(isinstance(v, list) and all(isinstance(x, str) and x for x in v) for v in r['properties'].values()),
          'ftm: values')
    for name in ('involved', 'proof'):
        check(set(r['properties'].get(name, [])) <= set(ids), 'ftm: a reference to nothing')
    check(r['properties'].get('name') or r['properties'].get('fileName'), 'ftm: no name')
check(sum(r['schema'] == 'Event' for r in rows) == len(EVENTS), 'ftm: events')

# GEXF
root = ET.fromstring(text('gexf'))
ns = {'g': 'http://gexf.net/1.3'}
nodes = {n.get('id') for n in root.iterfind('.//g:node', ns)}
edges = root.findall('.//g:edge', ns)
check(edges and all({e.get('source'), e.get('target')} <= nodes for e in edges), 'gexf: edges join nodes')
spells = {s.get('start') for s in root.iterfind('.//g:spell', ns)}
check(spells == {'2023-03-18', '2023-04-01', '2023-05-18'}, 'gexf: spells')

# TimelineJS
slides = json.loads(text('timelinejs'))['events']
check({s['unique_id'] for s in slides} == DATED, 'timelinejs: dated events')
month = next(s for s in slides if 'day' not in s['start_date'])
check(month['start_date'] == {'year': 2023, 'month': 4}, 'timelinejs: a month is no day')
for s in slides:
    ET.fromstring(s['text']['text']), ET.fromstring(s['text']['headline'])

# iCalendar
raw = text('ical')
check(all(len(line.encode()) <= 75 for line in raw.split('\r\n')), 'ical: long lines')
entries = list(icalendar.Calendar.from_ical(raw).walk('VEVENT'))
check({str(v['UID']).split('@')[0] for v in entries} == DATED, 'ical: dated events')
two = next(v for v in entries if str(v['CATEGORIES'].cats[0]) == 'ASSAULT')
check((two['DTEND'].dt - two['DTSTART'].dt).days == 2, 'ical: two days')
says = {e['id']: e['mentions'][0]['evidence']['text'] for e in events}
for v in entries:
    want = re.sub(r'[\x00-\x09\x0b-\x1f]', ' ', says[str(v['UID']).split('@')[0]])
    check(str(v['DESCRIPTION']) == want, 'ical: the sentence')

# GeoJSON
features = json.loads(text('geojson'))['features']
check({f['id'] for f in features} == set(EVENTS), 'geojson: events')
attack = next(f for f in features if f['properties']['type'] == 'ASSAULT')
check(attack['geometry']['coordinates'] == [32.53241, 15.55177], 'geojson: longitude first')

# Web Annotations
page = json.loads(text('webanno'))
check(page['type'] == 'AnnotationPage' and page['@context'] == 'http://www.w3.org/ns/anno.jsonld', 'webanno: page')
by_url = {u or 'urn:sha256:' + s: x for u, s, x in db.execute('SELECT url, sha256, text FROM document')}
for item in page['items']:
    body = by_url[item['target']['source']]
    quote, position = item['target']['selector']
    start, end = position['start'], position['end']
    check(body[start:end] == quote['exact'], 'webanno: position and quotation')
    check(body[:start].endswith(quote['prefix']) and body[end:].startswith(quote['suffix']), 'webanno: around it')

# Label Studio counts as browsers do
for task in json.loads(text('labelstudio')):
    units = task['data']['text'].encode('utf-16-le')
    regions = set()
    for r in task['predictions'][0]['result']:
        if r['type'] == 'labels':
            v = r['value']
            check(units[2 * v['start']:2 * v['end']].decode('utf-16-le') == v['text'], 'labelstudio: span')
            regions.add(r['id'])
        else:
            check({r['from_id'], r['to_id']} <= regions, 'labelstudio: relation')
