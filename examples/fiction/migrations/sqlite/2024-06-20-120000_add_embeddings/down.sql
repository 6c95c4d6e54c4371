ALTER TABLE chunks DROP COLUMN embedding;
