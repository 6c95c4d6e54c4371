CREATE TABLE roles (
    id INTEGER PRIMARY KEY,
    org VARCHAR(20) NOT NULL,
    name VARCHAR(20) NOT NULL,
    level INTEGER,
    UNIQUE (org, name)
);
