ALTER TABLE vaults ALTER COLUMN genre DROP NOT NULL;
ALTER TABLE vaults ALTER COLUMN genre DROP DEFAULT;
ALTER TABLE vaults ALTER COLUMN genre TYPE varchar(40) USING lower(genre::text);
ALTER TABLE vaults ALTER COLUMN genre SET DEFAULT 'fantasy';
DROP TYPE genre;

ALTER TABLE entities ALTER COLUMN entity_type DROP NOT NULL;
ALTER TABLE entities ALTER COLUMN entity_type DROP DEFAULT;
ALTER TABLE entities ALTER COLUMN entity_type TYPE varchar(40) USING lower(entity_type::text);
ALTER TABLE entities ALTER COLUMN entity_type SET DEFAULT 'character';
DROP TYPE entity_type;

ALTER TABLE chunks ALTER COLUMN chunk_type DROP NOT NULL;
ALTER TABLE chunks ALTER COLUMN chunk_type DROP DEFAULT;
ALTER TABLE chunks ALTER COLUMN chunk_type TYPE varchar(40) USING lower(chunk_type::text);
ALTER TABLE chunks ALTER COLUMN chunk_type SET DEFAULT 'scene';
DROP TYPE chunk_type;
