INSERT INTO tools (slug) VALUES ('by hand');
