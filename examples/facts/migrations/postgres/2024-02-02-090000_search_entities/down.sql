ALTER TABLE fact_entities DROP COLUMN search;
