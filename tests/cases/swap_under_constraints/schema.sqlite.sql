CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    room VARCHAR(1) NOT NULL CHECK (room IN ('a', 'b')),
    place SMALLINT NOT NULL CHECK (place BETWEEN 1 AND 2),
    main BOOLEAN NOT NULL,
    UNIQUE (room, place),
    UNIQUE (room, main)
);
