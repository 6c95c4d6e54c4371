CREATE TABLE organizations (id UUID PRIMARY KEY, slug VARCHAR(20) NOT NULL UNIQUE, name TEXT);
CREATE TABLE users (
    id UUID PRIMARY KEY,
    email VARCHAR(40) NOT NULL UNIQUE,
    org_id UUID NOT NULL REFERENCES organizations (id)
);
