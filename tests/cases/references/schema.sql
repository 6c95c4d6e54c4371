CREATE TABLE organizations (id INTEGER PRIMARY KEY, slug VARCHAR(20) NOT NULL UNIQUE);
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name VARCHAR(20) NOT NULL,
    org_id INTEGER NOT NULL REFERENCES organizations (id),
    former_org_id INTEGER REFERENCES organizations (id)
);
