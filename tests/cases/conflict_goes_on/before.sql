INSERT INTO tools (id, slug, title) VALUES (1, 'a', 'A'), (2, 'b', 'B'), (3, 'c', 'C'), (900, 'stored', 'By hand');
