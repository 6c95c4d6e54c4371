CREATE TABLE organizations (id INTEGER PRIMARY KEY, slug VARCHAR(20) NOT NULL UNIQUE, why TEXT);
CREATE TABLE teams (
    id INTEGER PRIMARY KEY,
    slug VARCHAR(20) NOT NULL UNIQUE,
    org_id INTEGER NOT NULL REFERENCES organizations (id),
    parent_id INTEGER REFERENCES teams (id)
);
CREATE TABLE members (
    team_id INTEGER NOT NULL REFERENCES teams (id),
    name VARCHAR(20) NOT NULL,
    PRIMARY KEY (team_id, name)
);
