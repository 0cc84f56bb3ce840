ALTER TABLE submit_attempt ADD COLUMN tenant TEXT NOT NULL DEFAULT 'local';

CREATE INDEX submit_attempt_tenant_day ON submit_attempt (tenant, intent_at);

DROP INDEX submit_attempt_day;
