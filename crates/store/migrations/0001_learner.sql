-- The learner's side: accounts, sessions, mail, jobs, attempts and answers.
-- Ids are made by the application. Instants are milliseconds since 1970. {clustered} keeps a SQLite row in its key.

CREATE TABLE account (
  id BIGINT NOT NULL PRIMARY KEY,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  email TEXT UNIQUE,
  username TEXT UNIQUE,
  password_hash TEXT,
  lang TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  email_confirmed_at BIGINT,
  failed_sign_ins BIGINT NOT NULL DEFAULT 0,
  blocked_until BIGINT
) {clustered};

CREATE TABLE legal_acceptance (
  account_id BIGINT NOT NULL REFERENCES account (id),
  document TEXT NOT NULL,
  version TEXT NOT NULL,
  accepted_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, document, version)
) {clustered};

CREATE TABLE session (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES account (id),
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  device TEXT NOT NULL
) {clustered};
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE mail_link (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES account (id),
  purpose TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
) {clustered};
CREATE INDEX mail_link_account ON mail_link (account_id);
CREATE INDEX mail_link_expiry ON mail_link (expires_at);

-- next_try_at is also the lease of whoever is sending the mail.
CREATE TABLE outbox (
  id BIGINT NOT NULL PRIMARY KEY,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  next_try_at BIGINT NOT NULL,
  tries BIGINT NOT NULL DEFAULT 0,
  sent_at BIGINT,
  error TEXT
);
CREATE INDEX outbox_due ON outbox (next_try_at) WHERE sent_at IS NULL;

CREATE TABLE job (
  id BIGINT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  run_at BIGINT NOT NULL,
  locked_until BIGINT,
  tries BIGINT NOT NULL DEFAULT 0,
  done_at BIGINT,
  error TEXT
);
CREATE INDEX job_due ON job (run_at) WHERE done_at IS NULL;
CREATE INDEX job_done ON job (done_at) WHERE done_at IS NOT NULL;
-- The same work is not queued twice.
CREATE UNIQUE INDEX job_name ON job (kind, payload) WHERE done_at IS NULL;

CREATE TABLE audit (
  id BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX audit_subject ON audit (subject, id);

CREATE TABLE release (
  id TEXT NOT NULL PRIMARY KEY,
  archive BYTEA NOT NULL,
  created_at BIGINT NOT NULL
);

-- One compact row per person and framework, rebuilt from the answers when in doubt.
CREATE TABLE learner_state (
  account_id BIGINT NOT NULL,
  framework TEXT NOT NULL,
  version BIGINT NOT NULL,
  body BYTEA NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, framework)
);

CREATE TABLE attempt (
  account_id BIGINT NOT NULL REFERENCES account (id),
  id BIGINT NOT NULL UNIQUE,
  competence TEXT NOT NULL,
  release_id TEXT NOT NULL,
  algorithm TEXT NOT NULL,
  scoring TEXT NOT NULL,
  seed BIGINT NOT NULL,
  improving BOOLEAN NOT NULL,
  started_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, id)
) {clustered};

-- Billions of rows: no second index, no reference to check (whoever appends has just read the attempt), wide columns
-- first so that PostgreSQL pads nothing, small integers where the range is small.
CREATE TABLE answer (
  account_id BIGINT NOT NULL,
  attempt_id BIGINT NOT NULL,
  family BIGINT NOT NULL,
  answered_at BIGINT NOT NULL,
  position INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  status SMALLINT NOT NULL,
  lang TEXT NOT NULL,
  mistake TEXT,
  value TEXT NOT NULL,
  PRIMARY KEY (account_id, attempt_id, position)
) {clustered};
