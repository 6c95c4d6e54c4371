CREATE TYPE genre AS ENUM ('FANTASY', 'SCIENCE_FICTION', 'HORROR', 'MYSTERY', 'OTHER');
UPDATE vaults SET genre = 'FANTASY' WHERE genre IS NULL;
ALTER TABLE vaults ALTER COLUMN genre DROP DEFAULT;
ALTER TABLE vaults ALTER COLUMN genre TYPE genre USING upper(genre)::genre;
ALTER TABLE vaults ALTER COLUMN genre SET DEFAULT 'FANTASY';
ALTER TABLE vaults ALTER COLUMN genre SET NOT NULL;

CREATE TYPE entity_type AS ENUM ('CHARACTER', 'LOCATION', 'FACTION', 'ARTIFACT', 'EVENT');
UPDATE entities SET entity_type = 'CHARACTER' WHERE entity_type IS NULL;
ALTER TABLE entities ALTER COLUMN entity_type DROP DEFAULT;
ALTER TABLE entities ALTER COLUMN entity_type TYPE entity_type USING upper(entity_type)::entity_type;
ALTER TABLE entities ALTER COLUMN entity_type SET DEFAULT 'CHARACTER';
ALTER TABLE entities ALTER COLUMN entity_type SET NOT NULL;

CREATE TYPE chunk_type AS ENUM ('SCENE', 'DIALOGUE', 'LORE', 'OUTLINE');
UPDATE chunks SET chunk_type = 'SCENE' WHERE chunk_type IS NULL;
ALTER TABLE chunks ALTER COLUMN chunk_type DROP DEFAULT;
ALTER TABLE chunks ALTER COLUMN chunk_type TYPE chunk_type USING upper(chunk_type)::chunk_type;
ALTER TABLE chunks ALTER COLUMN chunk_type SET DEFAULT 'SCENE';
ALTER TABLE chunks ALTER COLUMN chunk_type SET NOT NULL;
