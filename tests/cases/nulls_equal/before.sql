INSERT INTO roles (id, org, name, level) VALUES ('by-hand', NULL, 'owner', 9);
