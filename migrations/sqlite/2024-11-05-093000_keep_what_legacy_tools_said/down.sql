ALTER TABLE tools DROP COLUMN extra;

ALTER TABLE tools DROP COLUMN legacy_type;
