-- Tools of the types that go become custom.
CREATE TABLE tools_old (
    id UUID NOT NULL PRIMARY KEY,
    org_id UUID NOT NULL,
    slug VARCHAR(80) NOT NULL,
    name VARCHAR(120) NOT NULL,
    type TEXT NOT NULL DEFAULT 'custom' CONSTRAINT tools_type_check CHECK (type IN (
        'api', 'database', 'web_scraping', 'website', 'search', 'code_interpreter',
        'file_storage', 'email', 'messaging', 'calendar', 'custom'
    )),
    description TEXT,
    config JSON,
    timeout_seconds INTEGER,
    cost_per_call NUMERIC(10, 4),
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    created_at TIMESTAMPTZ NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%S+00:00', 'now')),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%S+00:00', 'now')),
    CONSTRAINT tools_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations (id)
);

INSERT INTO tools_old (id, org_id, slug, name, type, description, config, timeout_seconds, cost_per_call, is_active, created_at, updated_at)
SELECT
    id, org_id, slug, name,
    CASE WHEN type IN ('vector_store', 'webhook', 'spreadsheet', 'payment') THEN 'custom' ELSE type END,
    description, config, timeout_seconds, cost_per_call, is_active, created_at, updated_at
FROM tools;

DROP TABLE tools;

ALTER TABLE tools_old RENAME TO tools;

CREATE UNIQUE INDEX tools_slug_key ON tools (slug);

CREATE UNIQUE INDEX tools_org_id_name_key ON tools (org_id, name);
