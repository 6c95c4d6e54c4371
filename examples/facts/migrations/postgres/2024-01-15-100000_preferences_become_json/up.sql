-- Validation first: nothing is converted while a text is no JSON. Each such row is listed, to be mended, or to be declared in unreadable_preferences.
CREATE FUNCTION pg_temp.is_json(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    PERFORM value::jsonb;
    RETURN true;
EXCEPTION WHEN others THEN
    RETURN false;
END
$$;
DO $$
DECLARE
    bad text;
BEGIN
    SELECT string_agg(format('%s/%s has %L', platform, platform_user_id, left(preferences, 40)), ', ' ORDER BY id) INTO bad
    FROM universal_users
    WHERE preferences IS NOT NULL AND NOT pg_temp.is_json(preferences) AND id NOT IN (SELECT user_id FROM unreadable_preferences);
    IF bad IS NOT NULL THEN
        RAISE EXCEPTION 'preferences that are no JSON: %; mend them, or declare them in unreadable_preferences', bad;
    END IF;
END
$$;
UPDATE unreadable_preferences p SET preferences = u.preferences FROM universal_users u WHERE u.id = p.user_id AND NOT pg_temp.is_json(u.preferences);
UPDATE universal_users SET preferences = NULL WHERE preferences IS NOT NULL AND NOT pg_temp.is_json(preferences);
ALTER TABLE universal_users ALTER COLUMN preferences TYPE jsonb USING preferences::jsonb;
CREATE INDEX ix_universal_users_preferences ON universal_users USING gin (preferences);
