CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    parent_id INTEGER REFERENCES folders (id),
    name VARCHAR(20) NOT NULL,
    note TEXT,
    UNIQUE (parent_id, name)
);
