-- What surrounds the tests: competences started again, marks on tutorials, notices that were read.

-- The answers stay for ever; what they told of the competence before this instant no longer counts.
CREATE TABLE competence_reset (
  account_id BIGINT NOT NULL REFERENCES account (id),
  id BIGINT NOT NULL,
  framework TEXT NOT NULL,
  competence TEXT NOT NULL,
  reset_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, id)
) {clustered};

CREATE TABLE tutorial_mark (
  account_id BIGINT NOT NULL REFERENCES account (id),
  tutorial TEXT NOT NULL,
  saved_at BIGINT,
  useful_at BIGINT,
  PRIMARY KEY (account_id, tutorial)
) {clustered};

CREATE TABLE notice_read (
  account_id BIGINT NOT NULL REFERENCES account (id),
  notice TEXT NOT NULL,
  read_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, notice)
) {clustered};
