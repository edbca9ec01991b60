# Pix Orga: what teachers see.
orga-workplace = Organisation:
orga-workplaces-title = My organisations
orga-workplace-present = Shown at present
orga-workplace-choose = Show
orga-role-admin = Administrator
orga-role-member = Member

# Campaigns.
campaigns-title = Campaigns
campaign-code = Code
campaign-archived = Archived
campaign-tabs = Pages of the campaign
campaign-tab-activity = Activity
campaign-tab-results = Results
campaign-tab-analysis = Analysis
campaign-tab-settings = Settings
campaign-kind-assessment = Assessment
campaign-kind-collection = Profile collection
campaign-kind-exam = Quiz
campaign-kind-course = Course without account
campaign-new = Create a campaign
campaign-create = Create the campaign
campaign-save = Save
campaign-cancel = Cancel
campaign-kept = Nothing is lost: correct, then send again.
campaign-optional = (optional)
campaigns-search = Name or owner
campaigns-filter = Filter the campaigns
campaigns-whose = Which
campaigns-mine = Mine
campaigns-all = All
campaigns-state = State
campaigns-active = Open
campaigns-archived = Archived
campaigns-apply = Apply
campaigns-none = No campaign yet
campaigns-none-text = A campaign gives your learners a code; their results arrive here.
campaigns-none-mine = You have no campaign yet
campaigns-none-mine-text = Those of your colleagues are under “All”. A campaign gives your learners a code; their results arrive here.
campaigns-not-found = No campaign found
campaigns-not-found-text = Try another name, or search among all the campaigns.
campaigns-show-all = All open campaigns
campaigns-count = { $n ->
    [one] { $n } campaign, the newest first
   *[other] { $n } campaigns, the newest first
}
campaigns-name = Name
campaigns-owner = Owner
campaigns-created = Created on
campaigns-participants = Participants
campaigns-results = Results received
campaigns-nobody = Nobody any more
campaign-kind = What learners do
campaign-kind-assessment-what = Assessment: a test that adapts to each learner and goes on from their profile
campaign-kind-collection-what = Profile collection: each learner sends their level in the sixteen competences
campaign-kind-exam-what = Quiz: the same test for everybody, whatever their profile
campaign-name = Name of the campaign
campaign-name-hint = You and your colleagues see it, learners do not.
campaign-title = Title for learners
campaign-title-hint = At most 50 characters.
campaign-subjects = The subjects of the test
campaign-source = Where the subjects come from
campaign-source-profile = A ready-made target profile
campaign-source-picked = My own choice
campaign-profile = Target profile
campaign-profile-choose = Choose a profile
campaign-profile-hint = Its subjects are copied into the campaign: if it changes later, the campaign does not.
campaign-no-profile = No target profile is open to your organisation: pick the subjects yourself.
campaign-picked-hint = Open a competence, tick subjects, and choose how far to go in each.
picker-count = { $n } of { $all }
picker-level = Up to level { $n }
picker-level-of = Highest level for { $subject }
campaign-learners = For learners
campaign-landing-text = Opening text
campaign-landing-text-hint = Learners read it before they begin.
campaign-sendings = Sendings
campaign-sendings-no = Each learner sends once
campaign-sendings-yes = Several sendings: one may try again after four days
campaign-external = Identifier asked of learners
campaign-external-none = None
campaign-external-string = A text, for example a student number
campaign-external-email = An e-mail address
campaign-external-label = Name of this identifier
campaign-external-label-hint = At least three characters, for example “Student number”.
campaign-ending = At the end (optional)
campaign-end-text = Closing text
campaign-end-button = Closing button
campaign-end-button-hint = The words on the button; it needs an address.
campaign-end-link = Address of the button
campaign-end-link-hint = It begins with https://
campaign-owner = Owner
campaign-owner-choose = Choose somebody
campaign-owner-hint = This person may change, archive and delete the campaign, as administrators may.
campaign-error-kind = Choose what learners do.
campaign-error-no-name = Give the campaign a name.
campaign-error-long-name = The name has more than 200 characters: shorten it.
campaign-error-long-title = The title has more than 50 characters: shorten it.
campaign-error-long-text = The opening text has more than 5,000 characters: shorten it.
campaign-error-no-subjects = Choose a target profile, or tick at least one subject.
campaign-error-closed-profile = This target profile is not open to your organisation: choose one from the list.
campaign-error-owner = Choose somebody of the organisation as the owner.
campaign-error-short-label = The name of the identifier needs at least three characters.
campaign-error-long-label = The name of the identifier has more than 100 characters: shorten it.
campaign-error-external-kind = Say whether the identifier is a text or an e-mail address, or empty its name.
campaign-error-sendings = Say whether a learner may send once or several times.
campaign-error-long-end-text = The closing text has more than 5,000 characters: shorten it.
campaign-error-no-button = There is an address without a button: give the words of the button, or empty the address.
campaign-error-long-button = The words of the button have more than 60 characters: shorten them.
campaign-error-no-link = There is a button without an address: give the address, or empty the button.
campaign-error-bad-link = The address of the button must be that of a site and begin with https://
campaign-facts = The campaign
campaign-subjects-count = { $n ->
    [one] { $n } subject
   *[other] { $n } subjects
}
campaign-sharing = Give the campaign to learners
campaign-sharing-text = On their home page, learners type the code { $code }; or they open this link.
projection-title = Show the code
projection-hint = To project, or to print on one page.
projection-ways = Leave this page
projection-back = Back to the campaign
projection-open = Open this address
projection-type = Type this code
projection-aim = Or aim a phone at this square
projection-qr = Code to aim at, which opens { $address }
projection-archived = This campaign is archived: its code opens no participation any more.
campaign-actions = What to do
campaign-edit = Change
campaign-edit-title = Change the campaign
campaign-edit-lead = The rest is fixed since the creation: for anything else, copy the campaign or make another.
campaign-copy = Copy
campaign-copy-name = Copy of { $name }
campaign-archive = Archive
campaign-unarchive = Take out of the archive
campaign-archive-hint = An archived campaign lets nobody in and receives no more results; one can still read it, and take it out of the archive.
campaign-not-yours = Only its owner and administrators may change, archive or delete it.
campaign-delete = Delete
campaign-removal-title = Delete the campaign
campaign-removal-question = Delete “{ $name }”?
campaign-removal-lost = Participants: { $people }; results received: { $results }. They disappear for the whole organisation.
campaign-removal-code = The code and the link no longer work.
campaign-removal-learners = What learners have learnt stays in their profile.
campaign-removal-for-good = This is for good. To put it aside only, archive it.
campaign-removal-do = Delete the campaign
campaign-removal-keep = Keep the campaign
campaign-done-created = The campaign is made. Give its code or its link to learners.
campaign-done-changed = The campaign is changed.
campaign-done-archived = The campaign is archived.
campaign-done-unarchived = The campaign is open again.
campaign-done-copied = Here is the copy, with a code of its own.
campaign-done-deleted = The campaign is deleted.
campaign-done-picture = The help picture is saved.
campaign-done-picture-removed = The help picture is removed.
campaign-picture-title = Help picture
campaign-picture-lead = It is shown above the identifier that pupils are asked for, to tell where to find it. Put nobody's name or photograph in it.
campaign-picture-present = Present picture
campaign-picture-remove = Remove the picture
campaign-picture-file = Picture
campaign-picture-another = Another picture
campaign-picture-hint = PNG, JPEG or WebP; { $most } at most. The place, the date and the device noted in the file are removed.
campaign-picture-description = Description
campaign-picture-description-hint = Read to whoever does not see the picture: “Canteen card; the number is at the bottom right”.
campaign-picture-missing = Choose a picture.
campaign-picture-heavy = This picture is too heavy: make it smaller before you send it.
campaign-picture-unknown = This file is no PNG, JPEG or WebP picture.
campaign-picture-wide = This picture is too large: 4,000 dots a side at most.
campaign-picture-turned = This photograph is saved turned or mirrored: take a screenshot of it, or crop it and save it, then send the new picture.
campaign-picture-undescribed = Describe the picture in a few words.
campaign-picture-long = Shorten the description: 300 characters at most.

# The team.
team-title = Team
team-invite = Invite
team-not-admin = Administrators invite, change roles and remove members.
team-count = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
team-name = Name
team-role = Role
team-joined = Since
team-actions = What to do
team-me = (you)
team-only-admin = The only administrator
team-make-admin = Make an administrator
team-make-member = Make a member
team-remove = Remove
team-leave = Leave the organisation
team-last-admin = There must be at least one administrator: make another one first.
team-invitations = Invitations
team-no-invitation = Nobody has been invited yet.
team-address = Address
team-state = State
team-sent = Sent on
team-send-again = Send again
team-cancel = Cancel
team-done-role = The role is changed.
team-done-removed = The person is removed from the team.
team-done-invited = The invitations are on their way.
team-done-sent = The invitation is sent again.
team-done-cancelled = The invitation is cancelled: its link leads nowhere now.
invitation-pending = Pending
invitation-accepted = Accepted
invitation-cancelled = Cancelled
invite-lead = Each person gets a link that works once. Whoever is invited already gets theirs again.
invite-addresses = E-mail addresses
invite-addresses-hint = Separate them with commas.
invite-member = Member: campaigns and results
invite-admin = Administrator: everything
invite-send = Send the invitations
invite-error-none = Give at least one e-mail address.
invite-error-many = At most { $n } addresses at once: send them in several goes.
invite-error-faulty = These are no e-mail addresses: { $list }. Nobody is invited yet.
invite-error-here = Already in the team: { $list }. Remove these addresses; nobody is invited yet.
invite-mail-subject = { $person } invites you to join { $organisation }
invite-mail-body =
    Hello,

    { $person } invites you to work in the organisation { $organisation } on { $name } Orga: to make campaigns and follow learners' results.

    To accept, open this link, then sign in or create an account:
    { $link }

    If you did not expect this invitation, ignore this message.

    A question: { $contact }
member-removal-title = Remove from the team
member-removal-question = Remove { $name } from the team?
member-removal-access = This person no longer sees anything of the organisation.
member-removal-campaigns = Their campaigns and the results stay; an administrator may give them another owner.
member-removal-account = Their own account stays; they may be invited again.
member-removal-do = Remove from the team
departure-title = Leave the organisation
departure-question = Leave { $name }?
departure-access = You no longer see anything of the organisation.
departure-campaigns = Your campaigns and their results stay for your colleagues.
departure-back = To come back you need a new invitation.
departure-do = Leave the organisation
departure-stay = Stay
departure-last-admin = You are the only administrator. Before you go, make somebody else of the team an administrator.
departure-to-team = See the team
invitation-title = Invitation
invitation-lead = You are invited to join { $organisation }.
invitation-what = You will be able to make campaigns there and follow learners' results.
invitation-join = Join the organisation
invitation-stranger = To accept, you need an account. You will come back here afterwards.
invitation-sign-in = Sign in
invitation-sign-up = Create an account
invitation-mine = You joined { $organisation } with this invitation.
invitation-go = Go to the campaigns
invitation-used = This invitation has been used.
invitation-used-next = A link works once. Ask an administrator of the organisation for a new invitation.
invitation-taken-back = This invitation is no longer valid.
invitation-taken-back-next = The organisation cancelled it. Ask one of its administrators for another.
invitation-done-joined = Welcome: you are part of the organisation.

# Places.
places-title = Places
places-lead = How many places your organisation has, and how many are taken. Nobody is ever stopped for want of a place.
places-capacity = Places now
places-occupied = Places taken
places-free = Places free
places-over = { $n ->
    [one] One more person than places.
   *[other] { $n } more people than places.
}
places-over-next = Nothing is blocked: your campaigns go on. Ask the team of the service for more places.
places-lots = Lots
places-none = No lot is recorded.
places-reference = Reference
places-count = Places
places-from = From
places-until = Until
places-endless = No end
places-state = State
places-pending = To come
places-active = Active
places-expired = Over
places-how-title = How they are counted
places-how = One place for each person who began at least one campaign, whatever the number of campaigns, and one for each participation without an account.
places-how-freed = A place becomes free when the participations of the person are deleted.
