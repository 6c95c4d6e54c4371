CREATE TABLE readings (
    id INTEGER PRIMARY KEY,
    price NUMERIC(7,2),
    at TIMESTAMPTZ,
    day DATE,
    ratio DOUBLE PRECISION,
    big BIGINT
);
