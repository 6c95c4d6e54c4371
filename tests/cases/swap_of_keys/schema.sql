CREATE TABLE seats (
    id INTEGER PRIMARY KEY,
    label VARCHAR(20) NOT NULL UNIQUE,
    place INTEGER NOT NULL,
    holder VARCHAR(40) UNIQUE,
    CONSTRAINT seats_place UNIQUE (place)
);
