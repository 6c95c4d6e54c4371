DROP TABLE tools;
DROP TABLE organizations;
DROP TYPE tool_type;
