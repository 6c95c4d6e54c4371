ALTER TABLE organizations DROP CONSTRAINT organizations_owner_id_fkey;

DROP TABLE users;

DROP TABLE organizations;

DROP TYPE organization_plan;
