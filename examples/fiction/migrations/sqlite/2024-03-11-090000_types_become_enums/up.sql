-- SQLite cannot alter a column, so the tables are made anew (https://www.sqlite.org/lang_altertable.html#otheralter).
PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;
BEGIN IMMEDIATE;

CREATE TABLE vaults_new (
    id UUID NOT NULL PRIMARY KEY DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    name varchar(120) NOT NULL CONSTRAINT uq_vaults_name UNIQUE,
    genre TEXT NOT NULL DEFAULT 'FANTASY' CONSTRAINT ck_vaults_genre CHECK (genre IN ('FANTASY', 'SCIENCE_FICTION', 'HORROR', 'MYSTERY', 'OTHER')),
    legacy_genre text,
    word_count integer
);
INSERT INTO vaults_new (id, name, genre, legacy_genre, word_count)
SELECT id, name, upper(coalesce(genre, 'FANTASY')), legacy_genre, word_count FROM vaults;
DROP TABLE vaults;
ALTER TABLE vaults_new RENAME TO vaults;

CREATE TABLE entities_new (
    id UUID NOT NULL PRIMARY KEY DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    vault_id uuid NOT NULL REFERENCES vaults (id) ON DELETE CASCADE,
    name varchar(160) NOT NULL,
    entity_type TEXT NOT NULL DEFAULT 'CHARACTER' CONSTRAINT ck_entities_entity_type CHECK (entity_type IN ('CHARACTER', 'LOCATION', 'FACTION', 'ARTIFACT', 'EVENT')),
    aliases JSON,
    CONSTRAINT uq_entities UNIQUE (vault_id, name, entity_type)
);
INSERT INTO entities_new (id, vault_id, name, entity_type, aliases)
SELECT id, vault_id, name, upper(coalesce(entity_type, 'CHARACTER')), aliases FROM entities;
DROP TABLE entities;
ALTER TABLE entities_new RENAME TO entities;

CREATE TABLE chunks_new (
    id UUID NOT NULL PRIMARY KEY,
    vault_id uuid NOT NULL REFERENCES vaults (id) ON DELETE CASCADE,
    ordinal integer NOT NULL,
    chunk_type TEXT NOT NULL DEFAULT 'SCENE' CONSTRAINT ck_chunks_chunk_type CHECK (chunk_type IN ('SCENE', 'DIALOGUE', 'LORE', 'OUTLINE')),
    legacy_type text,
    content text NOT NULL,
    CONSTRAINT uq_chunks UNIQUE (vault_id, ordinal)
);
INSERT INTO chunks_new (id, vault_id, ordinal, chunk_type, legacy_type, content)
SELECT id, vault_id, ordinal, upper(coalesce(chunk_type, 'SCENE')), legacy_type, content FROM chunks;
DROP TABLE chunks;
ALTER TABLE chunks_new RENAME TO chunks;

CREATE INDEX entities_vault ON entities (vault_id);
CREATE INDEX ix_chunks_vault_id ON chunks (vault_id);

COMMIT;
PRAGMA legacy_alter_table = OFF;
PRAGMA foreign_keys = ON;
