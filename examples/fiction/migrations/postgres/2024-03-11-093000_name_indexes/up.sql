ALTER INDEX entities_vault RENAME TO ix_entities_vault_id;
