ALTER TABLE tools
    DROP COLUMN extra,
    DROP COLUMN legacy_type;
