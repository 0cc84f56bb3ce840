ALTER TABLE video_task ADD COLUMN prepared_until BIGINT;

ALTER TABLE video_task ADD COLUMN upload_refusals TEXT;

CREATE TABLE upload_claim (
    account_fp     TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    task_id        TEXT NOT NULL,
    held_until     BIGINT NOT NULL,
    PRIMARY KEY (account_fp, content_sha256)
);
