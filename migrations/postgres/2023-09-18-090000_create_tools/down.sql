DROP TABLE tools;

DROP TYPE tool_type;
