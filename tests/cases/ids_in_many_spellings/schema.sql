CREATE TABLE parents (id UUID PRIMARY KEY, name TEXT);
CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id UUID REFERENCES parents (id));
