CREATE TABLE crucible_runs (
    id text NOT NULL PRIMARY KEY,
    suite text NOT NULL,
    status text NOT NULL CONSTRAINT ck_crucible_runs_status CHECK (status IN ('queued', 'running', 'passed', 'failed', 'cancelled')),
    started_at timestamptz NOT NULL,
    score numeric(4, 3)
);
CREATE INDEX ix_crucible_runs_suite ON crucible_runs (suite);
CREATE TABLE crucible_notes (
    id bigserial PRIMARY KEY,
    run_id text NOT NULL REFERENCES crucible_runs (id) ON DELETE CASCADE,
    text text NOT NULL
);
CREATE VIEW failed_runs AS SELECT id, suite, started_at FROM crucible_runs WHERE status = 'failed';
