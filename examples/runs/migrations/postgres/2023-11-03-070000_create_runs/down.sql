DROP VIEW failed_runs;
DROP TABLE crucible_notes;
DROP TABLE crucible_runs;
