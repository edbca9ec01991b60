-- Organisations, their people, their class lists, and what they ask learners to do.
-- Tables of an organisation carry its id first, those of a learner the account's.

CREATE TABLE organisation (
  id BIGINT NOT NULL PRIMARY KEY,
  -- SCO, SCO-1D, SUP or PRO.
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Name and number without accents and capitals, for searching.
  sought TEXT NOT NULL,
  -- The school's number (UAI).
  external_id TEXT,
  province TEXT,
  email TEXT,
  documentation_url TEXT,
  protection_officer TEXT,
  -- A class list is imported, and only who is on it gets in.
  managing_learners BOOLEAN NOT NULL,
  shows_skills BOOLEAN NOT NULL,
  identity_provider TEXT,
  parent_id BIGINT REFERENCES organisation (id),
  -- Words between spaces, for tags and switched features: " AGRICULTURE PLACES_MANAGEMENT ".
  tags TEXT NOT NULL,
  features TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  archived_at BIGINT,
  archived_by BIGINT
) {clustered};
CREATE INDEX organisation_external ON organisation (external_id);
CREATE INDEX organisation_parent ON organisation (parent_id);

CREATE TABLE membership (
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  account_id BIGINT NOT NULL REFERENCES account (id),
  -- admin or member.
  role TEXT NOT NULL,
  joined_at BIGINT NOT NULL,
  left_at BIGINT,
  PRIMARY KEY (organisation_id, account_id)
) {clustered};
CREATE INDEX membership_account ON membership (account_id);
-- The organisation whose pages the person sees at present.
ALTER TABLE account ADD COLUMN organisation_id BIGINT;

CREATE TABLE invitation (
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  id BIGINT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  role TEXT,
  code TEXT NOT NULL UNIQUE,
  created_at BIGINT NOT NULL,
  sent_at BIGINT NOT NULL,
  accepted_at BIGINT,
  accepted_by BIGINT,
  cancelled_at BIGINT,
  PRIMARY KEY (organisation_id, id)
) {clustered};
-- One invitation waits for an address; inviting again sends it again.
CREATE UNIQUE INDEX invitation_pending ON invitation (organisation_id, email)
  WHERE accepted_at IS NULL AND cancelled_at IS NULL;

CREATE TABLE place_lot (
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  id BIGINT NOT NULL,
  places BIGINT NOT NULL,
  -- T0 free, T1 public, T2 reduced, T2bis special, T3 full.
  category TEXT NOT NULL,
  reference TEXT NOT NULL,
  active_from BIGINT NOT NULL,
  active_until BIGINT,
  deleted_at BIGINT,
  PRIMARY KEY (organisation_id, id)
) {clustered};

-- Where people are certified. A school's centre and the school itself bear the same number.
CREATE TABLE centre (
  id BIGINT NOT NULL PRIMARY KEY,
  -- SCO, SUP or PRO.
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Name and number without accents and capitals, for searching.
  sought TEXT NOT NULL,
  -- The school's number (UAI).
  external_id TEXT,
  protection_officer TEXT,
  -- What it may certify beyond the common framework, words between spaces: " CLEA DROIT ".
  habilitations TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  archived_at BIGINT
) {clustered};
-- One centre in use has a number.
CREATE UNIQUE INDEX centre_external ON centre (external_id) WHERE archived_at IS NULL;

-- One line of a class list. An account is linked when the person has joined.
CREATE TABLE learner (
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  id BIGINT NOT NULL UNIQUE,
  -- What tells a line of a file from the others: "ine:…", "number:…"; of a person who came by a code, "account:…".
  key TEXT NOT NULL,
  account_id BIGINT REFERENCES account (id),
  first_name TEXT NOT NULL,
  second_name TEXT,
  third_name TEXT,
  last_name TEXT NOT NULL,
  usual_name TEXT,
  -- Names without accents and capitals, for searching: "garrigue lea".
  sought TEXT NOT NULL,
  -- YYYY-MM-DD.
  birth_date TEXT,
  sex TEXT,
  birth_city_code TEXT,
  birth_city TEXT,
  birth_department TEXT,
  birth_country TEXT,
  -- INE.
  national_number TEXT,
  student_number TEXT,
  email TEXT,
  -- Class of a school, group of a university.
  division TEXT,
  level TEXT,
  mef TEXT,
  status TEXT,
  department TEXT,
  team TEXT,
  diploma TEXT,
  scheme TEXT,
  -- Further columns of the file, as a JSON object.
  further TEXT,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  -- Not in the newest list: hidden, results kept.
  disabled_at BIGINT,
  deleted_at BIGINT,
  deleted_by BIGINT,
  -- What the nights found (what a person sent lies in the participation), and when the person last did something then.
  certifiable BOOLEAN,
  certifiable_at BIGINT,
  PRIMARY KEY (organisation_id, id)
) {clustered};
CREATE UNIQUE INDEX learner_key ON learner (organisation_id, key) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX learner_account ON learner (account_id, organisation_id) WHERE deleted_at IS NULL;
CREATE INDEX learner_division ON learner (organisation_id, division, sought);
CREATE INDEX learner_national ON learner (national_number);
-- Whoever left a list is forgotten in the end.
CREATE INDEX learner_disabled ON learner (disabled_at) WHERE disabled_at IS NOT NULL;
-- Pupils say who they are by name and birth date.
CREATE INDEX learner_birth ON learner (organisation_id, birth_date);
-- Removed lines can be put back for some days, then they are forgotten.
CREATE INDEX learner_deleted ON learner (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE learner_import (
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  id BIGINT NOT NULL UNIQUE,
  uploaded_by BIGINT NOT NULL,
  format TEXT NOT NULL,
  file_name TEXT NOT NULL,
  -- uploaded, refused, previewed, applied, cancelled or undone.
  state TEXT NOT NULL,
  -- The file until it is read.
  file BYTEA,
  -- Counts, faults and warnings, as JSON; nothing before the file is read, nor once its days are over.
  report TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  read_at BIGINT,
  applied_at BIGINT,
  undone_at BIGINT,
  PRIMARY KEY (organisation_id, id)
) {clustered};
-- One import at a time: it is applied or cancelled before the next.
CREATE UNIQUE INDEX learner_import_open ON learner_import (organisation_id) WHERE state IN ('uploaded', 'previewed');

-- What an import changes, line by line: shown before it is confirmed, and the way back for seven days.
CREATE TABLE learner_change (
  import_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  -- added, changed, moved, back, disabled or skipped.
  kind TEXT NOT NULL,
  learner_id BIGINT,
  line BIGINT,
  name TEXT NOT NULL,
  division TEXT,
  -- Why a line is skipped, or which fields change.
  why TEXT NOT NULL,
  -- The line before and after, as JSON.
  before TEXT,
  after TEXT,
  PRIMARY KEY (import_id, position)
) {clustered};

CREATE TABLE target_profile (
  id BIGINT NOT NULL PRIMARY KEY,
  owner_id BIGINT REFERENCES organisation (id),
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  category TEXT NOT NULL,
  -- "1.2-a:5 4.1-c:3": each tube and the highest level asked.
  tubes TEXT NOT NULL,
  -- Open to every organisation.
  is_public BOOLEAN NOT NULL,
  simplified BOOLEAN NOT NULL,
  resettable BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  outdated_at BIGINT
) {clustered};

CREATE TABLE target_profile_share (
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  target_profile_id BIGINT NOT NULL REFERENCES target_profile (id),
  PRIMARY KEY (organisation_id, target_profile_id)
) {clustered};

CREATE TABLE badge (
  target_profile_id BIGINT NOT NULL REFERENCES target_profile (id),
  id BIGINT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  message TEXT NOT NULL,
  always_visible BOOLEAN NOT NULL,
  certifiable BOOLEAN NOT NULL,
  -- "60" of all, or "75 1.2-a:3 1.2-b:3" of some tubes, one criterion a line; all must hold.
  criteria TEXT NOT NULL,
  PRIMARY KEY (target_profile_id, id)
) {clustered};

CREATE TABLE stage (
  target_profile_id BIGINT NOT NULL REFERENCES target_profile (id),
  threshold BIGINT NOT NULL,
  title TEXT NOT NULL,
  message TEXT NOT NULL,
  teacher_title TEXT NOT NULL,
  teacher_message TEXT NOT NULL,
  PRIMARY KEY (target_profile_id, threshold)
) {clustered};

CREATE TABLE training (
  id BIGINT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  link TEXT NOT NULL,
  kind TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  lang TEXT NOT NULL,
  retired_at BIGINT
) {clustered};

CREATE TABLE training_trigger (
  target_profile_id BIGINT NOT NULL REFERENCES target_profile (id),
  training_id BIGINT NOT NULL REFERENCES training (id),
  -- prerequisite: at least the threshold; goal: at most.
  kind TEXT NOT NULL,
  threshold BIGINT NOT NULL,
  tubes TEXT NOT NULL,
  PRIMARY KEY (target_profile_id, training_id, kind)
) {clustered};

-- What somebody says of a training that was recommended to them.
CREATE TABLE training_mark (
  account_id BIGINT NOT NULL REFERENCES account (id),
  training_id BIGINT NOT NULL REFERENCES training (id),
  useful BOOLEAN NOT NULL,
  rated_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, training_id)
) {clustered};
CREATE INDEX training_mark_training ON training_mark (training_id, useful);

CREATE TABLE campaign (
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  id BIGINT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  -- assessment, collection, exam or course.
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  -- The name without accents and capitals, for searching.
  sought TEXT NOT NULL,
  title TEXT,
  landing_text TEXT,
  target_profile_id BIGINT REFERENCES target_profile (id),
  -- Frozen at the creation, like the profile's: "1.2-a:5 4.1-c:3". Empty for a collection.
  tubes TEXT NOT NULL,
  owner_id BIGINT NOT NULL,
  external_label TEXT,
  -- string or email.
  external_kind TEXT,
  several_sendings BOOLEAN NOT NULL,
  resettable BOOLEAN NOT NULL,
  simplified BOOLEAN NOT NULL,
  for_novices BOOLEAN NOT NULL,
  end_text TEXT,
  end_button TEXT,
  end_link TEXT,
  created_at BIGINT NOT NULL,
  created_by BIGINT NOT NULL,
  archived_at BIGINT,
  archived_by BIGINT,
  deleted_at BIGINT,
  deleted_by BIGINT,
  PRIMARY KEY (organisation_id, id)
) {clustered};

-- A picture that helps learners to find what they are asked to identify themselves with.
CREATE TABLE campaign_picture (
  organisation_id BIGINT NOT NULL REFERENCES organisation (id),
  campaign_id BIGINT NOT NULL PRIMARY KEY,
  -- Another picture has another id: what an address leads to never changes.
  id BIGINT NOT NULL,
  -- The same in words.
  description TEXT NOT NULL,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  -- image/png, image/jpeg or image/webp.
  media TEXT NOT NULL,
  bytes BYTEA NOT NULL,
  created_at BIGINT NOT NULL
) {clustered};

-- One try of one person at one campaign. What was sent is a snapshot: later practice changes nothing of it.
-- Of somebody who left, the result stays under a number that leads to nobody: the account's, negative.
CREATE TABLE participation (
  campaign_id BIGINT NOT NULL,
  id BIGINT NOT NULL UNIQUE,
  account_id BIGINT NOT NULL,
  learner_id BIGINT,
  attempt_id BIGINT,
  external_id TEXT,
  started_at BIGINT NOT NULL,
  completed_at BIGINT,
  shared_at BIGINT,
  -- A newer try took its place.
  superseded BOOLEAN NOT NULL,
  deleted_at BIGINT,
  deleted_by BIGINT,
  -- Of a shared one: skills asked for and validated; pix and certifiability of a collection.
  skills BIGINT,
  validated BIGINT,
  pix BIGINT,
  certifiable BOOLEAN,
  -- What was sent, as `rules::snapshot` writes it: each skill and its outcome, or level and pix of each competence.
  snapshot BYTEA,
  -- Keys of the badges obtained, between spaces.
  badges TEXT,
  -- The threshold of the stage reached.
  stage BIGINT,
  PRIMARY KEY (campaign_id, id)
) {clustered};
-- One try at a time of one person.
CREATE UNIQUE INDEX participation_present ON participation (account_id, campaign_id) WHERE NOT superseded;
-- Every try of a person, also those that newer ones took the place of.
CREATE INDEX participation_account ON participation (account_id, campaign_id);
CREATE INDEX participation_learner ON participation (learner_id, campaign_id);
CREATE UNIQUE INDEX participation_attempt ON participation (attempt_id) WHERE attempt_id IS NOT NULL;

-- A test of a campaign asks these tubes ("1.2-a:5 4.1-c:3") and may have a state of its own.
ALTER TABLE attempt ADD COLUMN tubes TEXT;
ALTER TABLE attempt ADD COLUMN framework TEXT NOT NULL DEFAULT 'crcn';
-- It started from nothing: what was known of its subjects was forgotten.
ALTER TABLE attempt ADD COLUMN afresh BOOLEAN NOT NULL DEFAULT FALSE;
