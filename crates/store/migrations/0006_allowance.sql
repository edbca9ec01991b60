-- How much of what is rationed (attempts to sign in, mails…) a network address or a session has used up, for all nodes.
-- The bucket is a fingerprint; its allowance is whole again from spent_until on, and then the row may go.

CREATE TABLE allowance (
  bucket BYTEA NOT NULL PRIMARY KEY,
  spent_until BIGINT NOT NULL
) {clustered};
CREATE INDEX allowance_spent ON allowance (spent_until);
