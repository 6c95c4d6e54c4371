DROP TABLE emoji_names;
DROP TABLE emojis;
