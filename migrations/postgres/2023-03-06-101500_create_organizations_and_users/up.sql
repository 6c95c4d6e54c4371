CREATE TYPE organization_plan AS ENUM ('free', 'starter', 'team', 'enterprise');

CREATE TABLE organizations (
    id UUID PRIMARY KEY,
    slug VARCHAR(63) NOT NULL,
    name VARCHAR(120) NOT NULL,
    plan organization_plan NOT NULL DEFAULT 'free',
    owner_id UUID,
    seats BIGINT,
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    settings JSONB NOT NULL DEFAULT '{}',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT organizations_slug_key UNIQUE (slug)
);

CREATE TABLE users (
    id UUID PRIMARY KEY,
    email VARCHAR(160) NOT NULL,
    org_id UUID NOT NULL,
    display_name VARCHAR(100) NOT NULL,
    locale VARCHAR(12),
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    login_count INTEGER NOT NULL DEFAULT 0,
    last_login TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations (id)
);

CREATE INDEX users_org_id_idx ON users (org_id);

-- An organization belongs to one of its users, and a user to an organization: the second half of the circle.
ALTER TABLE organizations
    ADD CONSTRAINT organizations_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE SET NULL;
