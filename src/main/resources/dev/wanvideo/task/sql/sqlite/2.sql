ALTER TABLE video_task ADD COLUMN wish_json TEXT;

ALTER TABLE video_task ADD COLUMN findings_json TEXT;

ALTER TABLE video_task ADD COLUMN provider_record TEXT;

ALTER TABLE video_task ADD COLUMN resolution TEXT;

ALTER TABLE video_task ADD COLUMN failed_is_free INTEGER NOT NULL DEFAULT 0;

ALTER TABLE video_task ADD COLUMN ready_at BIGINT;

ALTER TABLE video_task ADD COLUMN completed_at BIGINT;

ALTER TABLE video_task ADD COLUMN missing_since BIGINT;

ALTER TABLE video_task ADD COLUMN vain_looks INTEGER NOT NULL DEFAULT 0;

ALTER TABLE video_task ADD COLUMN link_retries INTEGER NOT NULL DEFAULT 0;

CREATE INDEX video_task_measured ON video_task (provider, resolution, completed_at)
    WHERE state = 'succeeded' AND completed_at IS NOT NULL;

CREATE INDEX video_task_unclear ON video_task (provider, account_fp)
    WHERE state IN ('submitting', 'submission_unknown');

ALTER TABLE submit_attempt ADD COLUMN charge_micros BIGINT;

ALTER TABLE submit_attempt ADD COLUMN baseline_json TEXT;

ALTER TABLE submit_attempt ADD COLUMN category TEXT;

ALTER TABLE submit_attempt ADD COLUMN note TEXT;
