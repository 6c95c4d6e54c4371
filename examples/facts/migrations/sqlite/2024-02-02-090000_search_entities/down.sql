DROP INDEX ix_fact_entities_search;
ALTER TABLE fact_entities DROP COLUMN search;
