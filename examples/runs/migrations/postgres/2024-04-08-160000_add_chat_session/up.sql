ALTER TABLE crucible_runs ADD COLUMN chat_session_id text;
CREATE INDEX ix_crucible_runs_chat_session_id ON crucible_runs (chat_session_id);
