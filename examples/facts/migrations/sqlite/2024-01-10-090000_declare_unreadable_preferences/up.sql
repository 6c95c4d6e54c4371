-- Users whose preferences are no JSON and need not become any: who stands here is given up knowingly, with the reason. The text is kept.
CREATE TABLE unreadable_preferences (
    user_id INTEGER PRIMARY KEY REFERENCES universal_users (id),
    reason TEXT NOT NULL,
    preferences TEXT
);
