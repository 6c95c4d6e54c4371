CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    kept TEXT,
    stated TEXT,
    by_column TEXT DEFAULT 'column',
    plain TEXT,
    required TEXT NOT NULL DEFAULT 'column'
);
