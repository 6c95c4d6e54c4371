INSERT INTO organizations (id, slug) VALUES (900, 'stored'), (901, 'acme');
