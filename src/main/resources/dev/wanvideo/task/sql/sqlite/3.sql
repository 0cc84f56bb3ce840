ALTER TABLE video_task ADD COLUMN result_poster TEXT;

ALTER TABLE video_task ADD COLUMN fetched_bytes BIGINT;

ALTER TABLE video_task ADD COLUMN fetched_of BIGINT;
