INSERT INTO notes (id, kept, stated, by_column, plain, required) VALUES (1, 'old', 'old', 'old', 'old', 'old'), (2, 'old', 'old', 'old', 'old', 'old');
