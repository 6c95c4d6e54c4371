PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;
BEGIN IMMEDIATE;

CREATE TABLE vaults_new (
    id UUID NOT NULL PRIMARY KEY DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    name varchar(120) NOT NULL CONSTRAINT uq_vaults_name UNIQUE,
    genre varchar(40) DEFAULT 'fantasy',
    legacy_genre text,
    word_count integer
);
INSERT INTO vaults_new (id, name, genre, legacy_genre, word_count)
SELECT id, name, lower(genre), legacy_genre, word_count FROM vaults;
DROP TABLE vaults;
ALTER TABLE vaults_new RENAME TO vaults;

CREATE TABLE entities_new (
    id UUID NOT NULL PRIMARY KEY DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    vault_id uuid NOT NULL REFERENCES vaults (id) ON DELETE CASCADE,
    name varchar(160) NOT NULL,
    entity_type varchar(40) DEFAULT 'character',
    aliases JSON,
    CONSTRAINT uq_entities UNIQUE (vault_id, name, entity_type)
);
INSERT INTO entities_new (id, vault_id, name, entity_type, aliases)
SELECT id, vault_id, name, lower(entity_type), aliases FROM entities;
DROP TABLE entities;
ALTER TABLE entities_new RENAME TO entities;

CREATE TABLE chunks_new (
    id UUID NOT NULL PRIMARY KEY,
    vault_id uuid NOT NULL REFERENCES vaults (id) ON DELETE CASCADE,
    ordinal integer NOT NULL,
    chunk_type varchar(40) DEFAULT 'scene',
    legacy_type text,
    content text NOT NULL,
    CONSTRAINT uq_chunks UNIQUE (vault_id, ordinal)
);
INSERT INTO chunks_new (id, vault_id, ordinal, chunk_type, legacy_type, content)
SELECT id, vault_id, ordinal, lower(chunk_type), legacy_type, content FROM chunks;
DROP TABLE chunks;
ALTER TABLE chunks_new RENAME TO chunks;

CREATE INDEX entities_vault ON entities (vault_id);
CREATE INDEX ix_chunks_vault_id ON chunks (vault_id);

COMMIT;
PRAGMA legacy_alter_table = OFF;
PRAGMA foreign_keys = ON;
