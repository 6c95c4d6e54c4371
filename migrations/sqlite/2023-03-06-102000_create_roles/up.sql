CREATE TABLE roles (
    id UUID NOT NULL PRIMARY KEY,
    org_id UUID NOT NULL,
    name VARCHAR(60) NOT NULL,
    description TEXT,
    rank INTEGER,
    is_system BOOLEAN NOT NULL DEFAULT FALSE,
    permissions JSON NOT NULL DEFAULT '[]',
    created_at TIMESTAMPTZ NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%S+00:00', 'now')),
    CONSTRAINT roles_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations (id)
);

CREATE UNIQUE INDEX roles_org_id_name_key ON roles (org_id, name);

CREATE TABLE user_roles (
    user_id UUID NOT NULL,
    role_id UUID NOT NULL,
    granted_at TIMESTAMPTZ NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%S+00:00', 'now')),
    PRIMARY KEY (user_id, role_id),
    CONSTRAINT user_roles_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT user_roles_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles (id)
);

CREATE INDEX user_roles_role_id_idx ON user_roles (role_id);
