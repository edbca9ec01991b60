-- Passwords that somebody else chose, long absences, one's own data, and leaving.

ALTER TABLE account ADD COLUMN must_change_password BOOLEAN NOT NULL DEFAULT FALSE;
-- The last sign-in or the last new password.
ALTER TABLE account ADD COLUMN active_at BIGINT;
ALTER TABLE account ADD COLUMN anonymised_at BIGINT;

-- How many codes were sent for this change.
ALTER TABLE email_change ADD COLUMN sent BIGINT NOT NULL DEFAULT 1;

CREATE INDEX outbox_recipient ON outbox (recipient);

-- How many copies of their data a person has taken since an instant.
CREATE TABLE data_export (
  account_id BIGINT NOT NULL PRIMARY KEY REFERENCES account (id),
  since BIGINT NOT NULL,
  taken BIGINT NOT NULL
) {clustered};

CREATE TABLE erasure_request (
  account_id BIGINT NOT NULL PRIMARY KEY REFERENCES account (id),
  requested_at BIGINT NOT NULL
) {clustered};

-- Answers of people who left: nothing leads back to them. The person is a number drawn for these rows alone, attempts
-- are counted from 1, instants are rounded, and nothing that was typed is here.
CREATE TABLE anonymous_answer (
  person BIGINT NOT NULL,
  family BIGINT NOT NULL,
  answered_at BIGINT NOT NULL,
  attempt INTEGER NOT NULL,
  position INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  status SMALLINT NOT NULL,
  lang TEXT NOT NULL,
  mistake TEXT,
  release_id TEXT NOT NULL,
  PRIMARY KEY (person, attempt, position)
) {clustered};
