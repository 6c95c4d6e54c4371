-- SQLite looks at the table a foreign key names when rows are written, so the circle can be declared at once.
CREATE TABLE organizations (
    id UUID NOT NULL PRIMARY KEY,
    slug VARCHAR(63) NOT NULL,
    name VARCHAR(120) NOT NULL,
    plan TEXT NOT NULL DEFAULT 'free'
        CONSTRAINT organizations_plan_check CHECK (plan IN ('free', 'starter', 'team', 'enterprise')),
    owner_id UUID,
    seats BIGINT,
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    settings JSON NOT NULL DEFAULT '{}',
    created_at TIMESTAMPTZ NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%S+00:00', 'now')),
    CONSTRAINT organizations_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE SET NULL
);

CREATE UNIQUE INDEX organizations_slug_key ON organizations (slug);

CREATE TABLE users (
    id UUID NOT NULL PRIMARY KEY,
    email VARCHAR(160) NOT NULL,
    org_id UUID NOT NULL,
    display_name VARCHAR(100) NOT NULL,
    locale VARCHAR(12),
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    login_count INTEGER NOT NULL DEFAULT 0,
    last_login TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%S+00:00', 'now')),
    CONSTRAINT users_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations (id)
);

CREATE UNIQUE INDEX users_email_key ON users (email);

CREATE INDEX users_org_id_idx ON users (org_id);
