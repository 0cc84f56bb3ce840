ALTER TABLE video_task ADD COLUMN told_rev BIGINT NOT NULL DEFAULT 0;

ALTER TABLE video_task ADD COLUMN notice_tries INTEGER NOT NULL DEFAULT 0;

ALTER TABLE video_task ADD COLUMN notice_at BIGINT NOT NULL DEFAULT 0;

UPDATE video_task SET told_rev = rev WHERE state IN ('succeeded', 'failed', 'cancelled');

CREATE INDEX video_task_untold ON video_task (updated_at)
    WHERE state IN ('succeeded', 'failed', 'cancelled') AND told_rev < rev;

ALTER TABLE video_task ADD COLUMN callback_sha TEXT;

CREATE UNIQUE INDEX video_task_callback ON video_task (callback_sha) WHERE callback_sha IS NOT NULL;
