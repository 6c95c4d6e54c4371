CREATE TABLE vaults (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name varchar(120) NOT NULL CONSTRAINT uq_vaults_name UNIQUE,
    genre varchar(40) DEFAULT 'fantasy',
    legacy_genre text,
    word_count integer
);
CREATE TABLE entities (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    vault_id uuid NOT NULL REFERENCES vaults (id) ON DELETE CASCADE,
    name varchar(160) NOT NULL,
    entity_type varchar(40) DEFAULT 'character',
    aliases jsonb,
    CONSTRAINT uq_entities UNIQUE (vault_id, name, entity_type)
);
CREATE TABLE chunks (
    id uuid PRIMARY KEY,
    vault_id uuid NOT NULL REFERENCES vaults (id) ON DELETE CASCADE,
    ordinal integer NOT NULL,
    chunk_type varchar(40) DEFAULT 'scene',
    legacy_type text,
    content text NOT NULL,
    CONSTRAINT uq_chunks UNIQUE (vault_id, ordinal)
);
CREATE INDEX entities_vault ON entities (vault_id);
CREATE INDEX ix_chunks_vault_id ON chunks (vault_id);
-- What people wrote in the application before there was an import.
INSERT INTO vaults (id, name, genre) VALUES ('8e79083c-537f-5ad3-bc9b-08e05135efd6', 'Scratch', 'mystery'), ('0eced658-b787-5d12-aff5-2e8f6c34400e', 'Hollow Tide', NULL);
INSERT INTO entities (vault_id, name, entity_type) VALUES ('8e79083c-537f-5ad3-bc9b-08e05135efd6', 'Nobody', 'character'), ('8e79083c-537f-5ad3-bc9b-08e05135efd6', 'Nowhere', 'location');
