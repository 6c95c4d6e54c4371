INSERT INTO roles (id, org, name, level) VALUES (900, 'acme', 'guest', 0);
