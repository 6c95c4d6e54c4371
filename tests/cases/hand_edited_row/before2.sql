UPDATE tools SET title = 'Fine saw', note = 'by hand' WHERE slug = 'saw';
UPDATE tools SET note = 'not of the mapping' WHERE slug = 'axe';
DELETE FROM tools WHERE slug = 'file';
