DELETE FROM uses WHERE note = 'a';
DELETE FROM tools WHERE slug = 'saw';
