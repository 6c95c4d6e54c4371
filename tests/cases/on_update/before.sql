INSERT INTO pages (id, title, first_seen, summary, settings) VALUES
    (1, 'old', 'old', NULL, '{"theme": "dark", "size": 1}'),
    (2, 'old', NULL, 'by hand', NULL),
    (3, 'old', 'old', 'by hand', '[1, 2]');
