ALTER TABLE submit_attempt ADD COLUMN hint_task_id TEXT;
