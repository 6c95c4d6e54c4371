CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT COLLATE nocase NOT NULL UNIQUE, n INTEGER);
