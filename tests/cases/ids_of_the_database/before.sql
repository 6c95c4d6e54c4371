INSERT INTO tools (slug) VALUES ('axe');
