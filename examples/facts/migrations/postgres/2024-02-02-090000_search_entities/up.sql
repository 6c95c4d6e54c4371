ALTER TABLE fact_entities ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple', name)) STORED;
CREATE INDEX ix_fact_entities_search ON fact_entities USING gin (search);
