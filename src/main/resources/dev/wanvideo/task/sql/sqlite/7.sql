ALTER TABLE submit_attempt ADD COLUMN intent_key TEXT;
