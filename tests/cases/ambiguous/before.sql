INSERT INTO users (id, email, login, name) VALUES
    (1, 'ada@x.org', 'ada', 'Ada'),
    (2, 'bob@x.org', 'bob', 'Bob'),
    (3, 'cyd@x.org', 'cyd', 'Cyd'),
    (4, 'dan@x.org', 'dan', 'Dan');
