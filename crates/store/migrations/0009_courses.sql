-- Combined courses: campaigns one after the other, with the lessons that a result recommends between them.

CREATE TABLE combined_course (
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  id BIGINT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  created_by BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  archived_at BIGINT,
  PRIMARY KEY (organisation_id, id)
) {clustered};

-- What a course is made of, in order. A place without a campaign holds the lessons that the campaign before recommends.
CREATE TABLE combined_course_item (
  course_id BIGINT NOT NULL REFERENCES combined_course (id),
  place BIGINT NOT NULL,
  campaign_id BIGINT REFERENCES campaign (id),
  PRIMARY KEY (course_id, place)
) {clustered};
CREATE INDEX combined_course_item_campaign ON combined_course_item (campaign_id, course_id);

CREATE TABLE combined_course_participation (
  course_id BIGINT NOT NULL REFERENCES combined_course (id),
  account_id BIGINT NOT NULL REFERENCES account (id),
  started_at BIGINT NOT NULL,
  completed_at BIGINT,
  PRIMARY KEY (course_id, account_id)
) {clustered};
CREATE INDEX combined_course_participation_account ON combined_course_participation (account_id, course_id);

-- The lessons that stayed in somebody's course once the campaign before them was over.
CREATE TABLE combined_course_lesson (
  course_id BIGINT NOT NULL REFERENCES combined_course (id),
  account_id BIGINT NOT NULL REFERENCES account (id),
  place BIGINT NOT NULL,
  training_id BIGINT NOT NULL REFERENCES training (id),
  done_at BIGINT,
  PRIMARY KEY (course_id, account_id, training_id)
) {clustered};
CREATE INDEX combined_course_lesson_account ON combined_course_lesson (account_id, course_id);
