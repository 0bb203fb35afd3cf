-- The record: what Waqai keeps in one SQLite file.  docs/record.md describes every table, view and column.
-- Days are text YYYY-MM-DD; what is not known is NULL.  Spans are half-open and count Unicode code points of
-- the title or the text of their document, as `part` says ('title', 'text').

-- ---- code books -------------------------------------------------------------------------------
CREATE TABLE country (
  code TEXT PRIMARY KEY,          -- ISO 3166-1 alpha-3, or PLOVER's IGO UNO EUR NGO ISM IMG MNC, KOS
  iso2 TEXT, iso_numeric TEXT, cow INTEGER, gw INTEGER,
  name TEXT NOT NULL, name_arabic TEXT
) WITHOUT ROWID;

CREATE TABLE sector (
  code TEXT PRIMARY KEY, name TEXT NOT NULL, name_arabic TEXT
) WITHOUT ROWID;

CREATE TABLE plover_type (
  code TEXT PRIMARY KEY, quad INTEGER, cameo TEXT, score REAL,
  future TEXT, negated TEXT, hypothetical TEXT,  -- the type PLOVER gives what has not happened
  name TEXT, name_arabic TEXT
) WITHOUT ROWID;

CREATE TABLE plover_mode (
  type TEXT NOT NULL REFERENCES plover_type, code TEXT NOT NULL, score REAL,
  name TEXT, name_arabic TEXT,
  PRIMARY KEY (type, code)
) WITHOUT ROWID;

CREATE TABLE plover_context (
  code TEXT PRIMARY KEY, name TEXT NOT NULL, name_arabic TEXT
) WITHOUT ROWID;

-- ---- what was read ------------------------------------------------------------------------------
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,          -- ISO 8601, UTC
  finished TEXT,                  -- NULL: it was broken off
  program TEXT NOT NULL,          -- version
  lexicon TEXT NOT NULL,          -- hash, as waqai --version prints it
  options TEXT                    -- as given on the command line
);

CREATE TABLE outlet (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,              -- the id of the document, given or made from its content
  sha256 TEXT NOT NULL UNIQUE,    -- of the saved page: the same bytes are one document
  text_sha256 TEXT NOT NULL,      -- of title, NUL, text
  run_id INTEGER NOT NULL REFERENCES run,
  saved_as TEXT,                  -- file, or file:page
  url TEXT, outlet_id INTEGER REFERENCES outlet, byline TEXT,
  published TEXT,                 -- ISO 8601 as found
  published_day TEXT, published_from TEXT,
  characters INTEGER NOT NULL,    -- of the text
  title TEXT,
  text TEXT,                      -- NULL in a record without bodies
  title_folded TEXT, text_folded TEXT, -- folded; signs outside ASCII are blanks, for document_search
  shingles BLOB                   -- signature by which near-copies are found
);
CREATE INDEX document_by_day ON document (published_day, outlet_id);
CREATE INDEX document_by_key ON document (key);
CREATE INDEX document_by_outlet ON document (outlet_id, published_day);

CREATE TABLE sentence (           -- n counts from 0 through title and text
  document_id INTEGER NOT NULL REFERENCES document, n INTEGER NOT NULL,
  part TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  folded_start INTEGER NOT NULL, folded_end INTEGER NOT NULL, -- the same in the folded title or text
  PRIMARY KEY (document_id, n)
) WITHOUT ROWID;

CREATE TABLE unsettled (          -- documents added since near-copies and events were last worked out
  document_id INTEGER PRIMARY KEY REFERENCES document
);

CREATE TABLE near_copy (          -- a document that is (nearly) the text of an earlier one
  document_id INTEGER PRIMARY KEY REFERENCES document,
  original_id INTEGER NOT NULL REFERENCES document, -- the earliest of the group
  similarity REAL NOT NULL        -- share of common shingles, estimated, 0..1
);
CREATE INDEX near_copy_by_original ON near_copy (original_id);

-- ---- who and where ------------------------------------------------------------------------------
CREATE TABLE actor (
  id TEXT PRIMARY KEY,            -- of the lexicon, or "~" and what is known: country, name
  listed INTEGER NOT NULL,        -- 1: a row of the lexicon
  named INTEGER NOT NULL,         -- 0: described only ("two Syrian delegations")
  kind TEXT,                      -- person, party, armed, country...; NULL: not listed
  name TEXT, name_folded TEXT, name_latin TEXT,
  surname TEXT,                   -- folded, of a person, where it is no given name
  country TEXT, sector TEXT, sectors TEXT, -- sectors: primary first, parted by '|'
  same_as TEXT REFERENCES actor,  -- by a correction: whose participations it counts among
  rejected INTEGER NOT NULL DEFAULT 0 -- 1, by a correction: takes part in nothing
) WITHOUT ROWID;
CREATE INDEX actor_by_name ON actor (name_folded);
CREATE INDEX actor_by_surname ON actor (surname, country) WHERE surname IS NOT NULL;
CREATE INDEX actor_by_country ON actor (country, sector);

CREATE TABLE tenure (             -- offices of the listed actors that occur
  actor_id TEXT NOT NULL REFERENCES actor, office TEXT NOT NULL, country TEXT,
  first TEXT, last TEXT, source TEXT
);
CREATE INDEX tenure_by_actor ON tenure (actor_id);

CREATE TABLE document_actor (     -- who is named in a document, once per way of naming
  document_id INTEGER NOT NULL REFERENCES document, actor_id TEXT NOT NULL REFERENCES actor,
  text TEXT NOT NULL, mentions INTEGER NOT NULL,
  part TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, -- of the first
  role TEXT,                      -- office, where the document tells one
  PRIMARY KEY (document_id, actor_id, text)
) WITHOUT ROWID;
CREATE INDEX document_actor_by_actor ON document_actor (actor_id);

CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  name TEXT,                      -- NULL: somewhere in the country
  country TEXT, geonames INTEGER, lat REAL, lon REAL,
  name_folded TEXT
);
CREATE UNIQUE INDEX place_once ON place (ifnull(name, ''), ifnull(country, ''), ifnull(geonames, 0));
CREATE INDEX place_by_name ON place (name_folded);

-- ---- events: what happened -------------------------------------------------------------------------
CREATE TABLE event (
  id TEXT PRIMARY KEY,            -- of its first mention, so an old id still leads to the event
  type TEXT NOT NULL, mode TEXT, plover TEXT, cameo TEXT, quad INTEGER,
  status TEXT NOT NULL,           -- the last word on it
  date TEXT,                      -- TIMEX3 value
  first TEXT, last TEXT,          -- days it covers
  place_id INTEGER REFERENCES place,
  reports INTEGER NOT NULL,       -- documents
  independent INTEGER NOT NULL,   -- documents without near-copies
  outlets INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  confidence REAL NOT NULL,
  first_published TEXT, last_published TEXT, -- days
  sort_day TEXT                   -- first, or else the day of its first report: for ordering only
) WITHOUT ROWID;
CREATE INDEX event_by_day ON event (sort_day);
CREATE INDEX event_by_type ON event (type, mode, sort_day);
CREATE INDEX event_by_place ON event (place_id);

CREATE TABLE participant (
  event_id TEXT NOT NULL REFERENCES event, side TEXT NOT NULL, -- 'actor', 'recipient'
  actor_id TEXT NOT NULL REFERENCES actor,
  country TEXT, sector TEXT, role TEXT,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (event_id, side, actor_id)
) WITHOUT ROWID;
CREATE INDEX participant_by_actor ON participant (actor_id, event_id);
CREATE INDEX participant_by_country ON participant (country, event_id, side);

CREATE TABLE event_history (      -- what became of it, in the order of publication
  event_id TEXT NOT NULL REFERENCES event, n INTEGER NOT NULL,
  published TEXT,                 -- day
  change TEXT NOT NULL,           -- announced, made, postponed, cancelled, denied, reported
  status TEXT NOT NULL, date TEXT, first TEXT, last TEXT,
  mention_id TEXT NOT NULL REFERENCES mention,
  PRIMARY KEY (event_id, n)
) WITHOUT ROWID;

CREATE TABLE disagreement (       -- one row per value of a field that reports of one event give differently
  event_id TEXT REFERENCES event, -- NULL: about an actor, whatever the event
  actor_id TEXT REFERENCES actor,
  field TEXT NOT NULL,            -- 'date' 'place' 'name' 'number' 'who' 'status'
  value TEXT NOT NULL,
  reports INTEGER NOT NULL, outlets INTEGER NOT NULL,
  mention_id TEXT REFERENCES mention,      -- the first that says so
  document_id INTEGER REFERENCES document,
  part TEXT, start INTEGER, "end" INTEGER  -- where
);
CREATE INDEX disagreement_by_event ON disagreement (event_id);
CREATE INDEX disagreement_by_actor ON disagreement (actor_id);

-- ---- mentions: what one document says ------------------------------------------------------------------
CREATE TABLE mention (
  id TEXT PRIMARY KEY,            -- from the document and the trigger
  document_id INTEGER NOT NULL REFERENCES document,
  event_id TEXT REFERENCES event, -- NULL: rejected by a correction
  type TEXT NOT NULL, mode TEXT, plover TEXT, cameo TEXT, quad INTEGER,
  status TEXT NOT NULL,
  date TEXT, date_text TEXT, date_rule TEXT, first TEXT, last TEXT,
  date_part TEXT, date_start INTEGER, date_end INTEGER,
  place_id INTEGER REFERENCES place, place_text TEXT,
  trigger TEXT NOT NULL, trigger_part TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
  evidence TEXT,                  -- the sentence; NULL in a record without bodies
  evidence_part TEXT NOT NULL, evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL,
  confidence REAL NOT NULL,
  why TEXT,                       -- rows and rules, parted by line feeds
  block TEXT,                     -- mentions of one event share it: family of types and countries
  cluster TEXT,                   -- the event the program puts it in, before corrections
  merge_score REAL, merge_why TEXT -- how well it agrees with the others of its event, and in what; NULL: alone
) WITHOUT ROWID;
CREATE INDEX mention_by_block ON mention (block);
CREATE INDEX mention_by_event ON mention (event_id);
CREATE INDEX mention_by_document ON mention (document_id);

CREATE TABLE mention_participant (
  mention_id TEXT NOT NULL REFERENCES mention, side TEXT NOT NULL, n INTEGER NOT NULL,
  actor_id TEXT NOT NULL REFERENCES actor,
  text TEXT NOT NULL, part TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  country TEXT, sector TEXT, role TEXT,
  PRIMARY KEY (mention_id, side, n)
) WITHOUT ROWID;
CREATE INDEX mention_participant_by_actor ON mention_participant (actor_id);

CREATE TABLE mention_context (
  mention_id TEXT NOT NULL REFERENCES mention, context TEXT NOT NULL,
  PRIMARY KEY (mention_id, context)
) WITHOUT ROWID;

CREATE TABLE claim (              -- who says so
  mention_id TEXT NOT NULL REFERENCES mention, n INTEGER NOT NULL,
  source TEXT NOT NULL, actor_id TEXT REFERENCES actor,
  cue TEXT,                       -- the word of saying
  stance TEXT,                    -- of that word: neutral assertive doubtful denied
  PRIMARY KEY (mention_id, n)
) WITHOUT ROWID;
CREATE INDEX claim_by_actor ON claim (actor_id);

CREATE TABLE mention_size (       -- how many people or things the document counts
  mention_id TEXT NOT NULL REFERENCES mention, n INTEGER NOT NULL,
  kind TEXT NOT NULL,             -- dead injured arrested abducted displaced participants
  least INTEGER NOT NULL, most INTEGER, -- most NULL: open ("more than 50")
  approximate INTEGER NOT NULL,
  text TEXT, part TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (mention_id, n)
) WITHOUT ROWID;

CREATE TABLE quotation (          -- the view quotation_full has the words
  document_id INTEGER NOT NULL REFERENCES document, n INTEGER NOT NULL,
  speaker TEXT, actor_id TEXT REFERENCES actor, cue TEXT, direct INTEGER NOT NULL,
  part TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (document_id, n)
) WITHOUT ROWID;
CREATE INDEX quotation_by_actor ON quotation (actor_id);

CREATE TABLE time (               -- expressions of time
  document_id INTEGER NOT NULL REFERENCES document, n INTEGER NOT NULL,
  text TEXT NOT NULL, type TEXT NOT NULL, value TEXT, mod TEXT, first TEXT, last TEXT, rule TEXT,
  part TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (document_id, n)
) WITHOUT ROWID;

-- ---- corrections: laid over what the program says, never mixed with it -----------------------------------
CREATE TABLE correction (
  n INTEGER PRIMARY KEY,          -- order of application
  verb TEXT NOT NULL,             -- merge, split, recode, reject, rename
  subject TEXT NOT NULL,          -- id of an event, mention or actor
  field TEXT, value TEXT,
  note TEXT,
  was TEXT,                       -- what the program said
  applied INTEGER                 -- 1: holds; 0: its subject is not in the record
);

-- ---- for readers ------------------------------------------------------------------------------------------
CREATE VIEW timeline AS
  SELECT e.sort_day AS day, e.id, e.type, e.mode, e.status, e.date, e.first, e.last,
         (SELECT group_concat(ifnull(a.name, a.id), '; ') FROM participant p JOIN actor a ON a.id = p.actor_id
           WHERE p.event_id = e.id AND p.side = 'actor') AS actors,
         (SELECT group_concat(ifnull(a.name, a.id), '; ') FROM participant p JOIN actor a ON a.id = p.actor_id
           WHERE p.event_id = e.id AND p.side = 'recipient') AS recipients,
         pl.name AS place, pl.country AS place_country, e.reports, e.independent, e.outlets, e.confidence
    FROM event e LEFT JOIN place pl ON pl.id = e.place_id;

CREATE VIEW dyad_month AS
  SELECT substr(e.sort_day, 1, 7) AS month, a.country AS actor_country, r.country AS recipient_country,
         e.quad, e.type, count(DISTINCT e.id) AS events
    FROM event e JOIN participant a ON a.event_id = e.id AND a.side = 'actor' AND a.country IS NOT NULL
    JOIN participant r ON r.event_id = e.id AND r.country IS NOT NULL AND r.country <> a.country
         AND (r.side = 'recipient' OR a.country < r.country)
   WHERE e.status IN ('occurred', 'ongoing')
   GROUP BY 1, 2, 3, 4, 5;

CREATE VIEW mention_full AS
  SELECT m.*, d.key AS document, d.url, o.name AS outlet, d.published_day, d.title,
         p.name AS place, p.country AS place_country, p.geonames, p.lat, p.lon,
         (SELECT group_concat(text, '; ') FROM mention_participant x
           WHERE x.mention_id = m.id AND x.side = 'actor') AS actors,
         (SELECT group_concat(text, '; ') FROM mention_participant x
           WHERE x.mention_id = m.id AND x.side = 'recipient') AS recipients,
         (SELECT group_concat(source, '; ') FROM claim c WHERE c.mention_id = m.id) AS sources,
         n.original_id AS copy_of
    FROM mention m JOIN document d ON d.id = m.document_id LEFT JOIN outlet o ON o.id = d.outlet_id
    LEFT JOIN place p ON p.id = m.place_id LEFT JOIN near_copy n ON n.document_id = d.id;

CREATE VIEW sentence_full AS
  SELECT s.document_id, s.n, s.part, s.start, s."end", CASE s.part WHEN 'title' THEN substr(d.title, s.start + 1, s."end" - s.start)
                          ELSE substr(d.text, s.start + 1, s."end" - s.start) END AS text,
         CASE s.part WHEN 'title' THEN substr(d.title_folded, s.folded_start + 1, s.folded_end - s.folded_start)
                     ELSE substr(d.text_folded, s.folded_start + 1, s.folded_end - s.folded_start) END AS folded
    FROM sentence s JOIN document d ON d.id = s.document_id;

CREATE VIEW quotation_full AS
  SELECT q.document_id, q.n, q.speaker, q.actor_id, q.cue, q.direct,
         CASE q.part WHEN 'title' THEN substr(d.title, q.start + 1, q."end" - q.start)
                     ELSE substr(d.text, q.start + 1, q."end" - q.start) END AS content,
         q.part, q.start, q."end", d.key AS document, d.published_day
    FROM quotation q JOIN document d ON d.id = q.document_id;

-- ---- search: words under SQLite's own tokenizer ------------------------------------------------------
CREATE VIRTUAL TABLE document_search USING fts5 (
  title_folded, text_folded, content = 'document', content_rowid = 'id', tokenize = 'ascii');
INSERT INTO document_search (document_search, rank) VALUES ('automerge', 16); -- fewer, larger merges while adding
INSERT INTO document_search (document_search, rank) VALUES ('hashsize', 16000000);
