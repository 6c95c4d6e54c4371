CREATE TABLE tools (
    id INTEGER PRIMARY KEY,
    slug VARCHAR(20) NOT NULL UNIQUE,
    note TEXT DEFAULT 'none',
    token TEXT DEFAULT substr(md5(random()::text), 1, 16),
    written INTEGER NOT NULL DEFAULT 0
);
CREATE FUNCTION written() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN new.written := old.written + 1; RETURN new; END $$;
CREATE FUNCTION hidden() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN new.token := length(new.token); new.written := -1; RETURN new; END $$;
CREATE TRIGGER written BEFORE UPDATE ON tools FOR EACH ROW EXECUTE FUNCTION written();
CREATE TRIGGER hidden BEFORE INSERT ON tools FOR EACH ROW EXECUTE FUNCTION hidden();
