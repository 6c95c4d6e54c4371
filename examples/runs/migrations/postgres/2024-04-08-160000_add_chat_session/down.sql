DROP INDEX ix_crucible_runs_chat_session_id;
ALTER TABLE crucible_runs DROP COLUMN chat_session_id;
