ALTER INDEX ix_entities_vault_id RENAME TO entities_vault;
