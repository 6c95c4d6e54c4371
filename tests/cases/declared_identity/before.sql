INSERT INTO tools (slug, code, title) VALUES ('saw', 'S', 'Saw'), ('axe', 'A', 'Axe');
