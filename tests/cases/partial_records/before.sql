INSERT INTO users (id, email, name, phone) VALUES (1, 'ada@x.org', 'Ada', '1'), (2, 'bob@x.org', 'Bob', '2');
