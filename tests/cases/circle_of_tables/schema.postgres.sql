CREATE TABLE organizations (id INTEGER PRIMARY KEY, slug VARCHAR(20) NOT NULL UNIQUE, owner_id INTEGER);
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    email VARCHAR(40) NOT NULL UNIQUE,
    org_id INTEGER NOT NULL REFERENCES organizations (id)
);
ALTER TABLE organizations ADD FOREIGN KEY (owner_id) REFERENCES users (id);
