-- A new e-mail address that waits for the code sent to it: one per person, the newest.

CREATE TABLE email_change (
  account_id BIGINT NOT NULL PRIMARY KEY REFERENCES account (id),
  email TEXT NOT NULL,
  code_hash BYTEA NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  tries BIGINT NOT NULL
) {clustered};
CREATE INDEX email_change_expiry ON email_change (expires_at);
