INSERT INTO users (id, email, age) VALUES (1, 'ada@x.org', 30), (2, 'bob@x.org', 40);
