CREATE TABLE crucible_runs (
    id TEXT NOT NULL PRIMARY KEY,
    suite TEXT NOT NULL,
    status TEXT NOT NULL CONSTRAINT ck_crucible_runs_status CHECK (status IN ('queued', 'running', 'passed', 'failed', 'cancelled')),
    started_at TIMESTAMPTZ NOT NULL,
    score NUMERIC(4, 3)
);
CREATE INDEX ix_crucible_runs_suite ON crucible_runs (suite);
CREATE TABLE crucible_notes (
    id INTEGER PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES crucible_runs (id) ON DELETE CASCADE,
    text TEXT NOT NULL
);
CREATE VIEW failed_runs AS SELECT id, suite, started_at FROM crucible_runs WHERE status = 'failed';
