CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(40) NOT NULL UNIQUE);
CREATE TABLE settings (
    user_id INTEGER NOT NULL REFERENCES users (id),
    name VARCHAR(20) NOT NULL,
    value TEXT,
    PRIMARY KEY (user_id, name)
);
