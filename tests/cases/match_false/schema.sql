CREATE TABLE sprites (
    id INTEGER PRIMARY KEY,
    name VARCHAR(20) NOT NULL UNIQUE,
    place INTEGER NOT NULL,
    CONSTRAINT sprites_place UNIQUE (place)
);
