-- An enum never loses a value, so the type is made anew. Tools of the types that go become custom.
ALTER TYPE tool_type RENAME TO tool_type_with_more;

CREATE TYPE tool_type AS ENUM (
    'api', 'database', 'web_scraping', 'website', 'search', 'code_interpreter',
    'file_storage', 'email', 'messaging', 'calendar', 'custom'
);

ALTER TABLE tools ALTER COLUMN type DROP DEFAULT;

ALTER TABLE tools ALTER COLUMN type TYPE tool_type USING (
    CASE
        WHEN type::text IN ('vector_store', 'webhook', 'spreadsheet', 'payment') THEN 'custom'
        ELSE type::text
    END
)::tool_type;

ALTER TABLE tools ALTER COLUMN type SET DEFAULT 'custom';

DROP TYPE tool_type_with_more;
