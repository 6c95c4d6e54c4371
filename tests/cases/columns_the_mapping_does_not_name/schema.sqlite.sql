CREATE TABLE tools (
    id INTEGER PRIMARY KEY,
    slug VARCHAR(20) NOT NULL UNIQUE,
    note TEXT DEFAULT 'none',
    token TEXT DEFAULT (hex(randomblob(8))),
    written INTEGER NOT NULL DEFAULT 0
);
CREATE TRIGGER written AFTER UPDATE ON tools WHEN new.written = old.written BEGIN
    UPDATE tools SET written = old.written + 1 WHERE id = new.id;
END;
CREATE TRIGGER hidden AFTER INSERT ON tools BEGIN
    UPDATE tools SET token = length(token), written = -1 WHERE id = new.id;
END;
