CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    name VARCHAR(20) NOT NULL UNIQUE,
    parent_id INTEGER REFERENCES folders (id)
);
