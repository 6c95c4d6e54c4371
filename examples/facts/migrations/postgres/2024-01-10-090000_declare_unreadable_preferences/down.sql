DROP TABLE unreadable_preferences;
