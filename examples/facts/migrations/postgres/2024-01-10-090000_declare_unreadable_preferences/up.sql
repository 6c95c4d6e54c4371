-- Users whose preferences are no JSON and need not become any: who stands here is given up knowingly, with the reason. The text is kept.
CREATE TABLE unreadable_preferences (
    user_id bigint PRIMARY KEY REFERENCES universal_users (id),
    reason text NOT NULL,
    preferences text
);
