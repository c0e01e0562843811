-- One shelf of stories. Texts and digests are kept; families and stories are made from them, and go on from there.
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA cache_size = -200000;
PRAGMA wal_autocheckpoint = 20000;
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, changed INTEGER, records INTEGER, done INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bad (path TEXT, number INTEGER, why TEXT, kind TEXT, PRIMARY KEY (path, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    n INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, day INTEGER NOT NULL, about INTEGER NOT NULL, outlet TEXT, url TEXT, title TEXT, language TEXT,
    credit TEXT, chars INTEGER, file TEXT, number INTEGER, names TEXT, figures TEXT, batch INTEGER, family INTEGER, story INTEGER
);
CREATE INDEX IF NOT EXISTS articles_family ON articles (family);
CREATE INDEX IF NOT EXISTS articles_story ON articles (story);
CREATE INDEX IF NOT EXISTS articles_day ON articles (day);
CREATE INDEX IF NOT EXISTS articles_about ON articles (about) WHERE family = n;
CREATE INDEX IF NOT EXISTS articles_waiting ON articles (n) WHERE batch IS NULL;
CREATE TABLE IF NOT EXISTS vectors (n INTEGER PRIMARY KEY, sample BLOB, terms BLOB, weights BLOB, signs BLOB, years INTEGER);
CREATE TABLE IF NOT EXISTS texts (n INTEGER PRIMARY KEY, body BLOB);
-- Of each leading article: those it was found to be near to (numbers), how near, what their length makes of it; its background.
CREATE TABLE IF NOT EXISTS near (n INTEGER PRIMARY KEY, others BLOB, alike BLOB, lengthened BLOB, background REAL);
CREATE TABLE IF NOT EXISTS stories (
    n INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, score REAL, articles INTEGER, families INTEGER, first INTEGER, last INTEGER,
    record TEXT
);
CREATE INDEX IF NOT EXISTS stories_score ON stories (score);
CREATE TABLE IF NOT EXISTS former (id TEXT PRIMARY KEY, now TEXT NOT NULL) WITHOUT ROWID;
-- The cases that were opened on a story, and how many of its articles they have.
CREATE TABLE IF NOT EXISTS cases (path TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
