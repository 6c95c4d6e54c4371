DROP INDEX ix_entities_vault_id;
CREATE INDEX entities_vault ON entities (vault_id);
