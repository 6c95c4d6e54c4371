ALTER TABLE fact_entities ADD COLUMN search TEXT GENERATED ALWAYS AS (lower(name)) VIRTUAL;
CREATE INDEX ix_fact_entities_search ON fact_entities (search);
