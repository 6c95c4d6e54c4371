-- Dropping a table deletes its rows first, and each half of the circle still points at the other.
UPDATE organizations SET owner_id = NULL;

DROP TABLE users;

DROP TABLE organizations;
