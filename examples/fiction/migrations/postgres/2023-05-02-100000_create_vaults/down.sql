DROP TABLE chunks, entities, vaults;
