CREATE TABLE shifts (
    id INTEGER PRIMARY KEY,
    day VARCHAR(10) NOT NULL,
    hour INTEGER NOT NULL,
    worker VARCHAR(20) NOT NULL,
    UNIQUE (day, hour),
    UNIQUE (worker, day)
);
