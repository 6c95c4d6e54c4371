INSERT INTO tools (id, slug, title) VALUES (900, 'made-by-hand', 'Made by hand');
