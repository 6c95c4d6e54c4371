CREATE TABLE organizations (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE
);

CREATE TABLE tools (
    id UUID NOT NULL PRIMARY KEY,
    org_id UUID NOT NULL REFERENCES organizations (id),
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL DEFAULT 'custom' CHECK (type IN (
        'api', 'database', 'web_scraping', 'website', 'search', 'code_interpreter',
        'file_storage', 'email', 'messaging', 'calendar', 'spreadsheet', 'custom'
    )),
    legacy_type TEXT,
    description TEXT,
    config JSON,
    is_active BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_on DATE,
    UNIQUE (org_id, name)
);

INSERT INTO organizations
WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 499)
SELECT printf('00000000-0000-4000-8000-%012d', n), 'org-' || n FROM numbers;
