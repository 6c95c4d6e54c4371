CREATE TABLE emojis (
    id INTEGER PRIMARY KEY,
    unified VARCHAR(60) NOT NULL,
    short_name VARCHAR(80) NOT NULL,
    image VARCHAR(80) NOT NULL,
    sheet_x SMALLINT NOT NULL,
    sheet_y SMALLINT NOT NULL,
    name TEXT,
    category TEXT NOT NULL CONSTRAINT emojis_category_check CHECK (category IN (
        'activities', 'animals_and_nature', 'component', 'flags', 'food_and_drink', 'objects', 'people_and_body',
        'smileys_and_emotion', 'smileys_and_people', 'symbols', 'travel_and_places'
    )),
    added_in NUMERIC(4, 1) NOT NULL,
    variations JSON,
    obsoletes INTEGER REFERENCES emojis (id),
    obsoleted_by INTEGER REFERENCES emojis (id),
    extra JSON NOT NULL DEFAULT '{}',
    UNIQUE (sheet_x, sheet_y)
);

CREATE UNIQUE INDEX emojis_unified_key ON emojis (unified);
CREATE UNIQUE INDEX emojis_short_name_key ON emojis (short_name);
CREATE UNIQUE INDEX emojis_image_key ON emojis (image);

CREATE TABLE emoji_names (
    name VARCHAR(80) PRIMARY KEY,
    emoji_id INTEGER NOT NULL REFERENCES emojis (id)
);

CREATE INDEX ix_emoji_names_emoji_id ON emoji_names (emoji_id);
