CREATE TABLE tools (
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

CREATE UNIQUE INDEX tools_slug_key ON tools (slug);

CREATE UNIQUE INDEX tools_org_id_name_key ON tools (org_id, name);
