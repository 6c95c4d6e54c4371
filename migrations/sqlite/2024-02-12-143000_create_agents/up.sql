CREATE TABLE agents (
    id UUID NOT NULL PRIMARY KEY,
    org_id UUID NOT NULL,
    slug VARCHAR(80) NOT NULL,
    name VARCHAR(120) NOT NULL,
    owner_id UUID,
    parent_agent_id UUID,
    status TEXT NOT NULL DEFAULT 'draft'
        CONSTRAINT agents_status_check CHECK (status IN ('draft', 'active', 'paused', 'retired')),
    provider TEXT
        CONSTRAINT agents_provider_check CHECK (provider IN ('anthropic', 'openai', 'mistral', 'local', 'other')),
    model VARCHAR(80),
    temperature DOUBLE PRECISION,
    max_tokens BIGINT,
    prompt TEXT,
    retired_on DATE,
    extra_metadata JSON NOT NULL DEFAULT '{}',
    created_at TIMESTAMPTZ NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%S+00:00', 'now')),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%S+00:00', 'now')),
    CONSTRAINT agents_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations (id),
    CONSTRAINT agents_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id),
    CONSTRAINT agents_parent_agent_id_fkey FOREIGN KEY (parent_agent_id) REFERENCES agents (id)
);

CREATE UNIQUE INDEX agents_slug_key ON agents (slug);

CREATE UNIQUE INDEX agents_org_id_name_key ON agents (org_id, name);

CREATE INDEX agents_owner_id_idx ON agents (owner_id);

CREATE INDEX agents_parent_agent_id_idx ON agents (parent_agent_id);

CREATE TABLE agent_tools (
    agent_id UUID NOT NULL,
    tool_id UUID NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    is_enabled BOOLEAN NOT NULL DEFAULT TRUE,
    overrides JSON,
    PRIMARY KEY (agent_id, tool_id),
    CONSTRAINT agent_tools_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents (id) ON DELETE CASCADE,
    CONSTRAINT agent_tools_tool_id_fkey FOREIGN KEY (tool_id) REFERENCES tools (id)
);

CREATE INDEX agent_tools_tool_id_idx ON agent_tools (tool_id);
