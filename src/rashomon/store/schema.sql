-- A case file, version 1. Inputs, documents and decisions are kept; annotations, skipped and derived may be dropped.

CREATE TABLE inputs (             -- every file as it was read
  sha256   TEXT PRIMARY KEY,
  content  BLOB NOT NULL          -- zlib
);

CREATE TABLE documents (
  id       TEXT PRIMARY KEY,
  file     TEXT NOT NULL,         -- base name
  sha256   TEXT NOT NULL REFERENCES inputs (sha256),
  present  INTEGER NOT NULL DEFAULT 1 CHECK (present IN (0, 1)),  -- 0: set aside by a later build
  record   TEXT NOT NULL          -- JSON
);

CREATE TABLE annotations (
  document TEXT PRIMARY KEY REFERENCES documents (id),
  recipe   TEXT NOT NULL,         -- names and versions of what made them, one a line
  record   TEXT NOT NULL          -- JSON
);

CREATE TABLE decisions (          -- oldest first; a later one supersedes, none is changed
  seq      INTEGER PRIMARY KEY,
  record   TEXT NOT NULL,         -- JSON, without id and seal
  seal     TEXT NOT NULL UNIQUE   -- sha256 of the seal before, a line end, and the record
);
CREATE TRIGGER decisions_are_never_changed BEFORE UPDATE ON decisions
BEGIN SELECT RAISE (ABORT, 'a decision is never changed; make a later one'); END;
CREATE TRIGGER decisions_are_never_removed BEFORE DELETE ON decisions
BEGIN SELECT RAISE (ABORT, 'a decision is never removed; make a later one'); END;

CREATE TABLE skipped (            -- what was given and could not be used
  seq      INTEGER PRIMARY KEY,
  path     TEXT NOT NULL,
  why      TEXT NOT NULL
);

CREATE TABLE derived (            -- the settled case, by what it was settled from
  fingerprint TEXT PRIMARY KEY,
  record      TEXT NOT NULL       -- JSON, rashomon-case/1
);
