CREATE TYPE agent_status AS ENUM ('draft', 'active', 'paused', 'retired');

CREATE TYPE model_provider AS ENUM ('anthropic', 'openai', 'mistral', 'local', 'other');

CREATE TABLE agents (
    id UUID PRIMARY KEY,
    org_id UUID NOT NULL,
    slug VARCHAR(80) NOT NULL,
    name VARCHAR(120) NOT NULL,
    owner_id UUID,
    parent_agent_id UUID,
    status agent_status NOT NULL DEFAULT 'draft',
    provider model_provider,
    model VARCHAR(80),
    temperature DOUBLE PRECISION,
    max_tokens BIGINT,
    prompt TEXT,
    retired_on DATE,
    extra_metadata JSONB NOT NULL DEFAULT '{}',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT agents_slug_key UNIQUE (slug),
    CONSTRAINT agents_org_id_name_key UNIQUE (org_id, name),
    CONSTRAINT agents_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations (id),
    CONSTRAINT agents_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id),
    CONSTRAINT agents_parent_agent_id_fkey FOREIGN KEY (parent_agent_id) REFERENCES agents (id)
);

CREATE INDEX agents_owner_id_idx ON agents (owner_id);

CREATE INDEX agents_parent_agent_id_idx ON agents (parent_agent_id);

CREATE TABLE agent_tools (
    agent_id UUID NOT NULL,
    tool_id UUID NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    is_enabled BOOLEAN NOT NULL DEFAULT TRUE,
    overrides JSONB,
    PRIMARY KEY (agent_id, tool_id),
    CONSTRAINT agent_tools_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents (id) ON DELETE CASCADE,
    CONSTRAINT agent_tools_tool_id_fkey FOREIGN KEY (tool_id) REFERENCES tools (id)
);

CREATE INDEX agent_tools_tool_id_idx ON agent_tools (tool_id);
