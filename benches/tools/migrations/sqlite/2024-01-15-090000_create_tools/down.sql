DROP TABLE tools;
DROP TABLE organizations;
