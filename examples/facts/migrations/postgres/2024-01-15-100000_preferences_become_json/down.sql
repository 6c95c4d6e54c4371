DROP INDEX ix_universal_users_preferences;
ALTER TABLE universal_users ALTER COLUMN preferences TYPE text USING preferences::text;
UPDATE universal_users u SET preferences = p.preferences FROM unreadable_preferences p WHERE p.user_id = u.id AND p.preferences IS NOT NULL;
