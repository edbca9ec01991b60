# The pages of the service's staff.
staff-title = Running the service
staff-organisations = Organisations
staff-organisations-lead = Schools, universities, companies: create them, change them, let somebody in, archive them.
staff-profiles = Target profiles
staff-profiles-lead = What campaigns ask: subjects and levels, stages, badges, the organisations that may use them.
staff-trainings = Trainings
staff-trainings-lead = What is recommended after a campaign, and to whom.
staff-bank-lead = What the question bank is made of, subject by subject.
staff-save = Save
staff-cancel = Cancel
staff-choose = Choose
staff-optional = (optional)
staff-yes = Yes
staff-no = No

# The list.
staff-organisation-new = Create an organisation
staff-organisation-file = Create from a table
staff-organisations-none = No organisation
staff-organisations-none-text = No organisation answers this search.
staff-organisations-count = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisations
 }
staff-search = Name or number
staff-filter = Filter the list
staff-search-do = Search
staff-archived-only = Archived ones only
staff-kind = Kind
staff-kind-any = Every kind
staff-kind-sco = Secondary school
staff-kind-primary = Primary school
staff-kind-sup = Higher education
staff-kind-pro = Company, public service, training centre
staff-name = Name
staff-number = Number
staff-number-hint = For a school, the UAI: seven digits and a letter.
staff-province = Department or province
staff-members = Members
staff-campaigns = Campaigns
staff-email = Official e-mail address
staff-documentation = Address of the documentation
staff-documentation-hint = An address that begins with https://
staff-officer = Data protection officer
staff-provider = Identity of pupils
staff-provider-none = This service (name and birth date, or an account)
staff-provider-hint = With GAR, a pupil who types a code is sent to the media centre of the school.
staff-class-list = A list of pupils is imported, and only they may take part
staff-shows-skills = Exports tell each skill
staff-parent = Network
staff-parent-hint = The number of the organisation it depends on. One level only: a network has no network itself.
staff-children = Organisations of the network
staff-tags = Tags
staff-tag-agriculture = Agricultural education
staff-tag-apprentices = Apprentice training centres (CFA)
staff-tag-abroad = French education abroad (AEFE)
staff-tag-mission = Mission laïque française (MLF)
staff-tag-employment = Pôle emploi (job seekers)
staff-tag-mediation = Digital mediation
staff-features = Options
staff-feature-sendings = Several sendings for assessment campaigns
staff-feature-certifiability = Certifiability computed every night
staff-feature-import = Import of a list of participants
staff-feature-places = Places
staff-feature-missions = Missions for primary classes
staff-feature-attestations = Attestations

# One organisation.
staff-facts = Description
staff-change = Change
staff-archive = Archive
staff-organisation-change = Change { $name }
staff-archived-since = Archived:
staff-people = Team
staff-people-none = Nobody works there yet: invite its first administrator.
staff-person = Person
staff-role = Role
staff-role-admin = Administrator
staff-role-member = Member
staff-left = No longer belongs to it
staff-since = Since
staff-join = Add somebody
staff-join-email = E-mail address of their account
staff-join-hint = The person must have an account already.
staff-join-do = Add
staff-join-unknown = No account has this address: check it, or send an invitation.
staff-invitations = Invitations
staff-invite = Invite somebody
staff-invite-email = E-mail address
staff-invite-hint = A message with a link goes to this address. The person creates an account if they have none.
staff-invite-do = Send the invitation
staff-invited = Invitations waiting
staff-invited-at = Sent on
staff-invite-action = Action
staff-invite-cancel = the invitation of { $email }
staff-role-first = Administrator for the first person, then member
staff-done-invited = The invitation is sent.
staff-done-cancelled = The invitation is cancelled: its link leads nowhere any more.
staff-invite-mail-subject = Your { $name } Orga space: { $organisation }
staff-invite-mail-body =
    Hello,

    The team of { $name } invites you to work in the organisation { $organisation } on { $name } Orga: import lists, create campaigns, follow results, invite your colleagues.

    To accept, open this link, then sign in or create an account:
    { $link }

    The link works once. If this invitation is not for you, ignore this message or write to us.

    A question: { $contact }
staff-done-created = The organisation is created.
staff-done-again = This form had been sent before: here is what it made. To make something else, open a new form.
staff-done-organisations = The organisations are created.
staff-done-changed = The changes are saved.
staff-done-archived = The organisation is archived.
staff-done-joined = The person belongs to the organisation.

# Archiving.
staff-archive-title = Archive { $name }?
staff-archive-closes = Its members ({ $members }) will lose access; its campaigns ({ $campaigns }) will be archived.
staff-archive-invitations = Pending invitations will be cancelled.
staff-archive-keeps = Nothing is erased: results stay.
staff-archive-understood = I understand what will happen
staff-archive-tick = Tick the box to confirm.
staff-archive-do = Archive the organisation

# Faults.
staff-fault-in = { $field }: { $fault }
staff-fault-missing = To be filled in.
staff-fault-long = Too long: at most 200 characters (30 for a number or a department).
staff-fault-unknown = Unknown value: choose among those that are offered.
staff-fault-uai = A UAI has seven digits and a capital letter, such as 0999999X.
staff-fault-number = A number has only letters without accents, digits, - and _.
staff-fault-email = An e-mail address is written name@example.com.
staff-fault-link = A web address begins with https:// or http://.
staff-fault-yes-no = Write yes or no.
staff-fault-taken = Another organisation has this number: change it rather than create a second one.
staff-fault-twice = Another line of the table has this number: keep one of them.
staff-fault-absent = No open organisation has this number: create the network first.
staff-fault-several = Several organisations have this number: correct them first.
staff-fault-deep = A network has one level: choose an organisation that depends on no other.

# The table.
staff-file-lead = Paste a table of at most { $most } lines. All the organisations are created, or none.
staff-file-template = Download the template (CSV)
staff-file-table = Table
staff-file-hint = The first line has the names of the columns, separated by semicolons, commas or tabs (copied from a spreadsheet).
staff-file-do = Create the organisations
staff-file-columns = Columns
staff-file-refused = { $n ->
    [one] Nothing was created: { $n } error to correct.
   *[other] Nothing was created: { $n } errors to correct.
 }
staff-file-troubles = Errors of the table
staff-file-line = Line
staff-file-column = Column
staff-file-found = Found
staff-file-expected = Expected
staff-file-empty = A line with the names of the columns, then at least one organisation.
staff-file-many = At most 1000 lines: cut the table into several.
staff-file-missing = This column must be there.
staff-file-foreign = This column is unknown or there twice: remove it or correct its name.
staff-file-shape = As many cells as in the first line.

# Target profiles.
staff-profile-new = Create a target profile
staff-profile-change = Change the target profile
staff-profiles-present = See those in use
staff-profiles-outdated = See those out of use
staff-profiles-none = No profile
staff-profiles-none-text = There is no target profile here.
staff-category = Family
staff-category-predefined = Ready to use
staff-category-back-to-school = Back to school
staff-category-domains = One domain
staff-category-competences = One competence
staff-category-subject = A few subjects
staff-category-targeted = An audience or a theme
staff-category-plus = Pix+
staff-category-custom = Made to measure
staff-category-other = Others
staff-subjects = Subjects
staff-subjects-hint = A level chosen for a domain or a competence counts for all of its subjects but those that have their own.
staff-whole = { $name }: every subject
staff-competence-chosen = { $name } ({ $n } of { $of })
staff-up-to = up to level { $level }
staff-not-asked = Not asked
staff-minutes = Minutes
staff-description = Description
staff-open-to = Organisations that may use it
staff-open-all = All
staff-open-some = Some
staff-profile-public = Every organisation may use it
staff-profile-simplified = Without an account: the code is enough
staff-profile-resettable = One may start again from nothing
staff-profile-no-name = Give the profile a name.
staff-profile-long-name = The name has at most 120 characters.
staff-profile-long-description = The description has at most 1000 characters.
staff-profile-no-category = Choose a family.
staff-profile-empty = Choose at least one subject and its level.
staff-profile-about = { $n ->
    [one] { $n } subject, about { $minutes } minutes
   *[other] { $n } subjects, about { $minutes } minutes
 }
staff-ready-made = This profile is made from the question bank at each start: to change it, copy it.
staff-outdated-since = Out of use:
staff-outdate = Take out of use
staff-bring-back = Bring back
staff-copy = Copy
staff-share = Allow
staff-share-number = Allow an organisation: its number
staff-unshare = No longer allow
staff-remove = Remove
staff-fault-absent-number = No open organisation, or several, have this number: check it.
staff-done-profile-created = The target profile is created.
staff-done-shared = The organisation may use it.
staff-done-unshared = The organisation may no longer use it.
staff-done-outdated = The profile is out of use; campaigns that exist go on.
staff-done-back = The profile is in use again.
staff-tabs = Pages of the target profile
staff-tab-profile = Subjects
staff-tab-stages = Stages
staff-tab-badges = Badges

# Stages.
staff-stages-lead = The stage reached is the highest whose threshold is not above the mastery. The first, at 0%, must be there and gives no star.
staff-stages-none = This profile has no stage.
staff-stage-from = { $stars ->
    [0] From { $percent }% · no star
    [one] From { $percent }% · { $stars } star
   *[other] From { $percent }% · { $stars } stars
 }
staff-for-teacher = For the teacher:
staff-stage-new = Add a stage
staff-stage-threshold = Threshold
staff-stage-title = Title the participant reads
staff-stage-message = Message the participant reads
staff-stage-teacher-title = Title the teacher reads
staff-stage-teacher-message = Message the teacher reads
staff-stage-do = Add the stage
staff-stage-no-threshold = Write a whole number from 0 to 100.
staff-stage-no-zero = Begin with the stage at 0%.
staff-stage-twice = A stage begins at this threshold already.
staff-stage-many = A profile has at most ten stages.
staff-stage-no-title = Give the stage a title.

# Badges.
staff-badges-none = This profile has no badge.
staff-badge-new = Add a badge
staff-badge-key = Key
staff-badge-key-hint = Letters without accents, digits, - and _; it is unique and never changes.
staff-badge-title = Title
staff-badge-message = Message of success
staff-badge-criteria-lead = One criterion is enough to begin with; others are added afterwards, and all of them must hold.
staff-badge-visible = Also shown to those who do not have it
staff-badge-certifiable = Opens a complementary certification
staff-badge-do = Add the badge
staff-badge-no-key = The key has only letters without accents, digits, - and _ (60 at most).
staff-badge-taken = Another badge has this key.
staff-badge-no-title = Give the badge a title.
staff-criteria-of = Criteria of { $title }
staff-criteria-lead = The badge is obtained when all of its criteria hold.
staff-criteria-change = See and change the criteria
staff-criteria-back = Back to the badges
staff-criterion-new = Add a criterion
staff-criterion-do = Add the criterion
staff-criterion-threshold = Share of validated skills
staff-criterion-threshold-hint = A whole number from 1 to 100.
staff-criterion-no-threshold = Write the share of validated skills: a whole number from 1 to 100.
staff-criterion-many = A badge has twenty criteria at most.
staff-criterion-last = A badge keeps at least one criterion: add another one first, or remove the badge.
staff-criterion-whole = At least { $percent }% of the whole
staff-criterion-some = At least { $percent }% of:
staff-counted-subjects = Subjects that count
staff-counted-subjects-hint = Without any choice, all subjects of the profile count. A level chosen for a domain or a competence holds for all of its subjects but those with a level of their own.
staff-not-counted = No choice

# Trainings.
staff-trainings-about = Each target profile says when it recommends a training.
staff-trainings-none = No training.
staff-training = Training
staff-done-training-created = The training is added.
staff-training-new = Add a training
staff-training-title = Title
staff-training-link = Address
staff-training-link-hint = https://… or a page of ours, which begins with /
staff-training-minutes = Duration
staff-training-lang = Language
staff-training-module = Module
staff-training-tutorial = Tutorial
staff-training-course = Online course
staff-training-workshop = Workshop
staff-training-do = Add the training
staff-training-no-title = Give the training a title.
staff-training-no-link = The address begins with https://, http:// or /.
staff-training-no-minutes = Write a number of minutes from 1 to 2400.
staff-opinions = Opinions
staff-opinion = { $useful } useful of { $said }
staff-actions = Actions
staff-triggers-lead = A training is recommended when all of its conditions hold. Only assessed skills count; when none is, the validated share is 0%.
staff-triggers-none = This profile recommends no training.
staff-trigger-new = Recommend a training
staff-trigger-kind = Condition
staff-trigger-kind-prerequisite = Prerequisite: validated at least
staff-trigger-kind-goal = Goal: validated at most
staff-trigger-threshold = Threshold
staff-trigger-threshold-hint = The share of assessed skills that are validated.
staff-trigger-prerequisite = At least { $percent }% validated:
staff-trigger-goal = At most { $percent }% validated:
staff-trigger-all = all of the profile's subjects

# The places of an organisation.
staff-places = Places
staff-places-added = The lot is added.
staff-places-removed = The lot is removed.
staff-places-add = Add a lot
staff-places-add-do = Add the lot
staff-places-remove = Remove { $reference }
staff-places-reference-hint = The number of the order or of the agreement, for instance.
staff-places-day-hint = For instance 01/09/2026.
staff-places-until-hint = The first day on which the lot counts no more. Leave empty if it has no end.
staff-places-fault-count = Write a whole number from 1 to 1,000,000.
staff-places-fault-category = Choose a rate.
staff-places-fault-reference = Write a reference of 100 characters at most.
staff-places-fault-day = Write a date that exists, for instance 01/09/2026.
staff-places-fault-order = The end must come after the beginning.
places-category = Rate
places-free-of-charge = Free
places-public = Public
places-reduced = Reduced
places-special = Special
places-full = Full
