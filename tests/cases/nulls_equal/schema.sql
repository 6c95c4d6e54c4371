CREATE TABLE roles (
    id VARCHAR(36) PRIMARY KEY,
    org VARCHAR(20),
    name VARCHAR(20) NOT NULL,
    level INTEGER,
    UNIQUE (org, name)
);
