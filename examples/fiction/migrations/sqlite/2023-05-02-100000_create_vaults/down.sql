DROP TABLE chunks;
DROP TABLE entities;
DROP TABLE vaults;
