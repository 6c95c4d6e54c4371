CREATE TABLE pages (
    id INTEGER PRIMARY KEY,
    title TEXT,
    first_seen TEXT,
    summary TEXT,
    settings JSONB
);
