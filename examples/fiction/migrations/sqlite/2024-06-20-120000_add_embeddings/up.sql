ALTER TABLE chunks ADD COLUMN embedding JSON;
