INSERT INTO tools (id, slug, title) VALUES (1, 'saw', 'Saw'), (2, 'axe', 'Axe'), (900, 'made-by-hand', 'Made by hand');
