DROP INDEX entities_vault;
CREATE INDEX ix_entities_vault_id ON entities (vault_id);
