CREATE TABLE video_task (
    id                TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    tenant            TEXT COLLATE "C" NOT NULL,
    client_key        TEXT COLLATE "C",
    provider          TEXT COLLATE "C" NOT NULL,
    account_fp        TEXT COLLATE "C" NOT NULL,
    candidates        TEXT NOT NULL,
    request_json      TEXT NOT NULL,
    request_sha       TEXT COLLATE "C" NOT NULL,
    outgoing_json     TEXT NOT NULL,
    warnings_json     TEXT NOT NULL,
    seed              BIGINT,
    state             TEXT COLLATE "C" NOT NULL,
    attempt           INTEGER NOT NULL,
    provider_task_id  TEXT COLLATE "C",
    provider_status   TEXT,
    progress          INTEGER NOT NULL,
    typical_seconds   INTEGER NOT NULL,
    quote_low         TEXT,
    quote_high        TEXT,
    charged           TEXT NOT NULL,
    charge_usd        TEXT,
    error_json        TEXT,
    target_path       TEXT COLLATE "C",
    result_url        TEXT,
    result_expires_at BIGINT,
    result_path       TEXT,
    result_sheet      TEXT,
    result_poster     TEXT,
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
    wish_json         TEXT,
    findings_json     TEXT,
    provider_record   TEXT,
    resolution        TEXT COLLATE "C",
    failed_is_free    BOOLEAN NOT NULL DEFAULT FALSE,
    ready_at          BIGINT,
    completed_at      BIGINT,
    missing_since     BIGINT,
    vain_looks        INTEGER NOT NULL DEFAULT 0,
    link_retries      INTEGER NOT NULL DEFAULT 0,
    fetched_bytes     BIGINT,
    fetched_of        BIGINT,
    prepared_until    BIGINT,
    upload_refusals   TEXT,
    told_rev          BIGINT NOT NULL DEFAULT 0,
    notice_tries      INTEGER NOT NULL DEFAULT 0,
    notice_at         BIGINT NOT NULL DEFAULT 0,
    callback_sha      TEXT COLLATE "C",
    UNIQUE (tenant, client_key),
    UNIQUE (provider, account_fp, provider_task_id)
) WITH (fillfactor = 70);

CREATE INDEX video_task_newest ON video_task (tenant, created_at, id);

CREATE INDEX video_task_active ON video_task (tenant, request_sha, created_at, id)
    WHERE state NOT IN ('succeeded', 'failed', 'cancelled');

CREATE INDEX video_task_unfinished ON video_task (id)
    WHERE state NOT IN ('succeeded', 'failed', 'cancelled');

CREATE INDEX video_task_target ON video_task (target_path);

CREATE INDEX video_task_measured ON video_task (provider, resolution, completed_at)
    WHERE state = 'succeeded' AND completed_at IS NOT NULL;

CREATE INDEX video_task_unclear ON video_task (provider, account_fp)
    WHERE state IN ('submitting', 'submission_unknown');

CREATE INDEX video_task_untold ON video_task (updated_at)
    WHERE state IN ('succeeded', 'failed', 'cancelled') AND told_rev < rev;

CREATE UNIQUE INDEX video_task_callback ON video_task (callback_sha) WHERE callback_sha IS NOT NULL;

CREATE TABLE submit_attempt (
    task_id          TEXT COLLATE "C" NOT NULL,
    tenant           TEXT COLLATE "C" NOT NULL,
    attempt          INTEGER NOT NULL,
    provider         TEXT COLLATE "C" NOT NULL,
    account_fp       TEXT COLLATE "C" NOT NULL,
    idem_key         TEXT NOT NULL,
    intent_at        BIGINT NOT NULL,
    outcome          TEXT COLLATE "C",
    http_status      INTEGER,
    provider_task_id TEXT,
    est_cost_micros  BIGINT NOT NULL,
    charge_micros    BIGINT,
    resolved_by      TEXT,
    resolved_at      BIGINT,
    baseline_json    TEXT,
    category         TEXT,
    note             TEXT,
    PRIMARY KEY (task_id, attempt)
);

CREATE INDEX submit_attempt_tenant_day ON submit_attempt (tenant, intent_at);

CREATE TABLE upload (
    account_fp     TEXT COLLATE "C" NOT NULL,
    content_sha256 TEXT COLLATE "C" NOT NULL,
    remote_url     TEXT NOT NULL,
    expires_at     BIGINT NOT NULL,
    PRIMARY KEY (account_fp, content_sha256)
);

CREATE TABLE upload_claim (
    account_fp     TEXT COLLATE "C" NOT NULL,
    content_sha256 TEXT COLLATE "C" NOT NULL,
    task_id        TEXT COLLATE "C" NOT NULL,
    held_until     BIGINT NOT NULL,
    PRIMARY KEY (account_fp, content_sha256)
);

CREATE TABLE task_step (
    task_name            TEXT COLLATE "C" NOT NULL,
    task_instance        TEXT COLLATE "C" NOT NULL,
    task_data            BYTEA,
    execution_time       BIGINT NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            TEXT COLLATE "C",
    last_success         BIGINT,
    last_failure         BIGINT,
    consecutive_failures INTEGER,
    last_heartbeat       BIGINT,
    version              BIGINT NOT NULL,
    PRIMARY KEY (task_name, task_instance)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

CREATE INDEX task_step_due ON task_step (execution_time, task_instance) WHERE NOT picked;

CREATE INDEX task_step_taken ON task_step (last_heartbeat) WHERE picked;

CREATE INDEX task_step_of ON task_step (task_instance);
