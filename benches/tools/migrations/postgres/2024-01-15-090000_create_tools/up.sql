CREATE TYPE tool_type AS ENUM (
    'api', 'database', 'web_scraping', 'website', 'search', 'code_interpreter',
    'file_storage', 'email', 'messaging', 'calendar', 'spreadsheet', 'custom'
);

CREATE TABLE organizations (
    id UUID PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE
);

CREATE TABLE tools (
    id UUID PRIMARY KEY,
    org_id UUID NOT NULL REFERENCES organizations (id),
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    type tool_type NOT NULL DEFAULT 'custom',
    legacy_type TEXT,
    description TEXT,
    config JSONB,
    is_active BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_on DATE,
    UNIQUE (org_id, name)
);

INSERT INTO organizations
SELECT CAST('00000000-0000-4000-8000-' || lpad(CAST(n AS TEXT), 12, '0') AS UUID), 'org-' || n FROM generate_series(0, 499) AS n;
