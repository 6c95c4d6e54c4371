CREATE TYPE tool_type AS ENUM (
    'api', 'database', 'web_scraping', 'website', 'search', 'code_interpreter',
    'file_storage', 'email', 'messaging', 'calendar', 'custom'
);

CREATE TABLE tools (
    id UUID PRIMARY KEY,
    org_id UUID NOT NULL,
    slug VARCHAR(80) NOT NULL,
    name VARCHAR(120) NOT NULL,
    type tool_type NOT NULL DEFAULT 'custom',
    description TEXT,
    config JSONB,
    timeout_seconds INTEGER,
    cost_per_call NUMERIC(10, 4),
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT tools_slug_key UNIQUE (slug),
    CONSTRAINT tools_org_id_name_key UNIQUE (org_id, name),
    CONSTRAINT tools_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations (id)
);
