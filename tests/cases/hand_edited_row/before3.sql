UPDATE tools SET slug = 'old-saw' WHERE id = 1;
INSERT INTO tools (id, slug, title) VALUES (50, 'saw', 'A new saw by hand');
