CREATE TYPE tool_type AS ENUM ('api', 'web_scraping', 'custom');
CREATE TYPE tool_status AS ENUM ('active', 'retired');
CREATE TABLE tools (
    id INTEGER PRIMARY KEY,
    type tool_type NOT NULL,
    legacy_type TEXT,
    status tool_status,
    extra JSONB
);
