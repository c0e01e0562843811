-- One shelf of stories. Texts and digests are kept; families and stories are made from them, and go on from there.
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, changed INTEGER, records INTEGER, done INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bad (path TEXT, number INTEGER, why TEXT, kind TEXT, PRIMARY KEY (path, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    n INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, day INTEGER NOT NULL, outlet TEXT, url TEXT, title TEXT, language TEXT,
    credit TEXT, chars INTEGER, file TEXT, number INTEGER, names TEXT, figures TEXT, batch INTEGER, family INTEGER, story INTEGER
);
CREATE INDEX IF NOT EXISTS articles_family ON articles (family);
CREATE INDEX IF NOT EXISTS articles_story ON articles (story);
CREATE INDEX IF NOT EXISTS articles_day ON articles (day);
CREATE INDEX IF NOT EXISTS articles_waiting ON articles (n) WHERE batch IS NULL;
CREATE TABLE IF NOT EXISTS vectors (n INTEGER PRIMARY KEY, sample BLOB, terms BLOB, weights BLOB, background REAL, years INTEGER);
CREATE TABLE IF NOT EXISTS texts (n INTEGER PRIMARY KEY, body BLOB);
CREATE TABLE IF NOT EXISTS pairs (left INTEGER, right INTEGER, alike REAL, lengthened REAL, PRIMARY KEY (left, right)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pairs_right ON pairs (right);
CREATE TABLE IF NOT EXISTS stories (
    n INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, score REAL, articles INTEGER, families INTEGER, first INTEGER, last INTEGER,
    record TEXT
);
CREATE INDEX IF NOT EXISTS stories_score ON stories (score);
CREATE TABLE IF NOT EXISTS former (id TEXT PRIMARY KEY, now TEXT NOT NULL) WITHOUT ROWID;
-- The cases that were opened on a story, and how many of its articles they have.
CREATE TABLE IF NOT EXISTS cases (path TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
