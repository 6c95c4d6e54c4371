-- Validation first: nothing is converted while a text is no JSON. Each such row is listed, to be mended, or to be declared in unreadable_preferences.
CREATE TEMP TABLE validation (bad TEXT);
CREATE TEMP TRIGGER validation BEFORE INSERT ON validation WHEN NEW.bad IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'preferences that are no JSON: ' || NEW.bad || '; mend them, or declare them in unreadable_preferences');
END;
INSERT INTO validation
SELECT group_concat(platform || '/' || platform_user_id || ' has ' || quote(substr(preferences, 1, 40)), ', ' ORDER BY id)
FROM universal_users
WHERE preferences IS NOT NULL AND NOT json_valid(preferences) AND id NOT IN (SELECT user_id FROM unreadable_preferences);
DROP TABLE validation;
UPDATE unreadable_preferences SET preferences = (SELECT u.preferences FROM universal_users u WHERE u.id = user_id AND NOT json_valid(u.preferences));
ALTER TABLE universal_users RENAME COLUMN preferences TO preferences_text;
ALTER TABLE universal_users ADD COLUMN preferences JSON CHECK (preferences IS NULL OR json_valid(preferences));
UPDATE universal_users SET preferences = preferences_text WHERE preferences_text IS NOT NULL AND json_valid(preferences_text);
ALTER TABLE universal_users DROP COLUMN preferences_text;
