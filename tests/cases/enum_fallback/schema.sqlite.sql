CREATE TABLE tools (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('api', 'web_scraping', 'custom')),
    legacy_type TEXT,
    status TEXT CHECK (status IN ('active', 'retired')),
    extra JSON
);
