CREATE TABLE things (
    id INTEGER PRIMARY KEY,
    name VARCHAR(5),
    small SMALLINT,
    flag BOOLEAN,
    day DATE,
    at TIMESTAMP,
    at_zone TIMESTAMPTZ,
    clock TIME,
    tag UUID UNIQUE,
    raw BYTEA
);
