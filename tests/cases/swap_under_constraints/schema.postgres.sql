CREATE TYPE room AS ENUM ('a', 'b');
CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    room room NOT NULL,
    place SMALLINT NOT NULL CHECK (place BETWEEN 1 AND 2),
    main BOOLEAN NOT NULL,
    UNIQUE (room, place),
    UNIQUE (room, main)
);
