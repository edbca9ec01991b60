-- Problems told about a question, which the id dates. Without account once the person is forgotten.
CREATE TABLE problem_report (
  id BIGINT NOT NULL PRIMARY KEY,
  account_id BIGINT REFERENCES account (id),
  attempt_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  family TEXT NOT NULL,
  lang TEXT NOT NULL,
  category TEXT NOT NULL,
  text TEXT NOT NULL
);
-- The same problem told twice is one report; those of one person are counted.
CREATE UNIQUE INDEX problem_report_told ON problem_report (account_id, attempt_id, position, category);
