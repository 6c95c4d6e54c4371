INSERT INTO tools (id, slug) VALUES (1, 'axe'), (900, 'saw');
