DROP TABLE entity_relationships;
DROP TABLE user_fact_relationships;
DROP TABLE fact_entities;
DROP TABLE universal_users;
