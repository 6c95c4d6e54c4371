ALTER TABLE universal_users RENAME COLUMN preferences TO preferences_json;
ALTER TABLE universal_users ADD COLUMN preferences TEXT;
UPDATE universal_users
SET preferences = COALESCE((SELECT p.preferences FROM unreadable_preferences p WHERE p.user_id = universal_users.id), preferences_json);
ALTER TABLE universal_users DROP COLUMN preferences_json;
