-- The first release made these tables by hand, so they may be there.
CREATE TABLE IF NOT EXISTS universal_users (
    id bigserial PRIMARY KEY,
    platform text NOT NULL CHECK (platform IN ('discord', 'slack', 'telegram', 'web')),
    platform_user_id text NOT NULL,
    display_name text,
    preferences text,
    last_seen timestamptz,
    CONSTRAINT uq_universal_users UNIQUE (platform, platform_user_id)
);
CREATE TABLE IF NOT EXISTS fact_entities (
    id bigserial PRIMARY KEY,
    type text NOT NULL CHECK (type IN ('PERSON', 'PLACE', 'HOBBY', 'FOOD', 'EMPLOYER')),
    name text NOT NULL,
    CONSTRAINT uq_fact_entities UNIQUE (type, name)
);
CREATE TABLE IF NOT EXISTS user_fact_relationships (
    id bigserial PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES universal_users (id),
    entity_id bigint NOT NULL REFERENCES fact_entities (id),
    type text NOT NULL CHECK (type IN ('likes', 'knows', 'lives_in', 'works_at', 'other')),
    legacy_type text,
    confidence double precision NOT NULL DEFAULT 1 CONSTRAINT ck_confidence CHECK (confidence >= 0 AND confidence <= 1),
    CONSTRAINT uq_user_fact_relationships UNIQUE (user_id, entity_id, type)
);
CREATE TABLE IF NOT EXISTS entity_relationships (
    id bigserial PRIMARY KEY,
    from_entity bigint NOT NULL REFERENCES fact_entities (id),
    to_entity bigint NOT NULL REFERENCES fact_entities (id),
    type text NOT NULL CHECK (type IN ('related', 'part_of', 'near', 'contradicts')),
    strength double precision CONSTRAINT ck_strength CHECK (strength >= 0 AND strength <= 1),
    CONSTRAINT uq_entity_relationships UNIQUE (from_entity, to_entity, type),
    CONSTRAINT ck_other_entity CHECK (from_entity <> to_entity)
);
CREATE INDEX IF NOT EXISTS ix_user_fact_relationships_entity_id ON user_fact_relationships (entity_id);
