CREATE TABLE video_task (
    id                TEXT NOT NULL PRIMARY KEY,
    tenant            TEXT NOT NULL,
    client_key        TEXT,
    provider          TEXT NOT NULL,
    account_fp        TEXT NOT NULL,
    candidates        TEXT NOT NULL,
    request_json      TEXT NOT NULL,
    request_sha       TEXT NOT NULL,
    outgoing_json     TEXT NOT NULL,
    warnings_json     TEXT NOT NULL,
    seed              BIGINT,
    state             TEXT NOT NULL,
    attempt           INTEGER NOT NULL,
    provider_task_id  TEXT,
    provider_status   TEXT,
    progress          INTEGER NOT NULL,
    typical_seconds   INTEGER NOT NULL,
    quote_low         TEXT,
    quote_high        TEXT,
    charged           TEXT NOT NULL,
    charge_usd        TEXT,
    error_json        TEXT,
    target_path       TEXT,
    result_url        TEXT,
    result_expires_at BIGINT,
    result_path       TEXT,
    result_sheet      TEXT,
    result_width      INTEGER,
    result_height     INTEGER,
    result_seconds    DOUBLE PRECISION,
    result_sha256     TEXT,
    result_bytes      BIGINT,
    rev               BIGINT NOT NULL,
    created_at        BIGINT NOT NULL,
    intent_at         BIGINT,
    submitted_at      BIGINT,
    updated_at        BIGINT NOT NULL,
    deadline_at       BIGINT NOT NULL,
    UNIQUE (tenant, client_key),
    UNIQUE (provider, account_fp, provider_task_id)
);

CREATE INDEX video_task_newest ON video_task (tenant, created_at, id);

CREATE INDEX video_task_active ON video_task (tenant, request_sha, created_at, id)
    WHERE state NOT IN ('succeeded', 'failed', 'cancelled');

CREATE TABLE submit_attempt (
    task_id          TEXT NOT NULL,
    attempt          INTEGER NOT NULL,
    provider         TEXT NOT NULL,
    account_fp       TEXT NOT NULL,
    idem_key         TEXT NOT NULL,
    intent_at        BIGINT NOT NULL,
    outcome          TEXT,
    http_status      INTEGER,
    provider_task_id TEXT,
    est_cost_micros  BIGINT NOT NULL,
    resolved_by      TEXT,
    resolved_at      BIGINT,
    PRIMARY KEY (task_id, attempt)
);

CREATE INDEX submit_attempt_day ON submit_attempt (intent_at);

CREATE TABLE upload (
    account_fp     TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    remote_url     TEXT NOT NULL,
    expires_at     BIGINT NOT NULL,
    PRIMARY KEY (account_fp, content_sha256)
);

CREATE TABLE task_step (
    task_name            TEXT NOT NULL,
    task_instance        TEXT NOT NULL,
    task_data            BLOB,
    execution_time       BIGINT NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            TEXT,
    last_success         BIGINT,
    last_failure         BIGINT,
    consecutive_failures INTEGER,
    last_heartbeat       BIGINT,
    version              BIGINT NOT NULL,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX task_step_due ON task_step (picked, execution_time, task_instance);

CREATE INDEX task_step_of ON task_step (task_instance);
