# The learner's space: a section for each page, a key for each sentence.

## Home
front-title = Assess your digital skills
front-heading = See what you can do. Learn the rest.
front-lead = Concrete questions about digital life, which adapt to you. Corrections that explain. Free of charge, at any age.
front-sign-up = Create my account
front-sign-in = Sign in
front-domains = Five domains, sixteen competences
front-how = How it goes
front-how-test-title = A test that adapts
front-how-test = You open real files, you search, you count. Each answer chooses the next question.
front-how-correction-title = Corrections that explain
front-how-correction = Every five questions: your answer, the expected one, what happened, and a two-minute lesson.
front-how-profile-title = A profile that grows
front-how-profile = Sixteen competences, eight levels. You stop and come back whenever you like.

## Create an account
sign-up-title = Create my account
sign-up-lead = Two minutes, an e-mail address, that is all.
sign-up-have-account = Already have an account?
sign-up-first-name = First name
sign-up-last-name = Last name
sign-up-email = E-mail address
sign-up-email-hint = For example camille@example.org
sign-up-password = Password
sign-up-terms-before = I accept the
sign-up-terms-terms = terms of use
sign-up-terms-and = and I have read about my
sign-up-terms-privacy = personal data
sign-up-submit = Create my account
sign-up-kept = What you wrote is kept, except the password.
sign-up-refused = No account can be made with this address. Check it: a complete address looks like camille@example.org. If you already have an account with it, a message tells you how to get in.
sign-up-error-first-name = Write your first name (255 characters at most).
sign-up-error-last-name = Write your last name (255 characters at most).
sign-up-error-email = Write a complete e-mail address, for example camille@example.org.
sign-up-error-terms = To create an account, tick this box.
sign-up-mail-subject = Your { $name } account is ready
sign-up-mail-body =
    Hello,

    Your { $name } account is ready. To confirm that this address is yours, open this link (valid for three days):

    { $link }

    If you did not create an account, do nothing: no other message will follow.

    The { $name } team
email-confirmed-title = Address confirmed
email-confirmed-text = Thank you, your e-mail address is confirmed.
email-confirmed-home = Continue
email-confirmation-title = Confirm my address
email-confirmation-text = One click, and your e-mail address is confirmed.
email-confirmation-submit = Confirm my address

## Passwords
password-error-empty = Write a password.
password-error-long = 256 characters at most.
password-error-weak = A rule is missing: 8 characters, an upper-case letter, a lower-case letter, a digit; or a phrase of at least 14 characters.
password-error-common = This password is too common: it would be guessed. Choose another one.

## Sign in
sign-in-title = Sign in
sign-in-identifier = E-mail address or username
sign-in-password = Password
sign-in-submit = Sign in
sign-in-forgotten = Forgotten password
sign-in-no-account = No account yet?
sign-in-refused = The address or the password does not match. Check both, or ask for a new password.
sign-in-paused = Too many tries. Try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}, or ask for a new password.
sign-in-blocked = This account is blocked after many tries. Ask for a new password.
sign-in-first = Sign in to continue: you will come back to the page you asked for.

## New password
reset-title = Forgotten password
reset-lead = Write the e-mail address of your account: we send a link there to choose a new password.
reset-submit = Send the link
reset-sent-title = Look at your mail
reset-sent = If an account exists with this address, a link has just been sent to it. It is valid for one day and works once.
reset-sent-nothing = Nothing arrived? Look into the unwanted mail, then check the address.
reset-mail-subject = Choose a new password
reset-mail-body =
    Hello { $first },

    You asked for a new password for { $name }. Open this link to choose it (valid for one day, works once):

    { $link }

    If it was not you, do nothing: your password stays the same.

    The { $name } team
new-password-title = Choose a new password
new-password-label = New password
new-password-submit = Save and sign in
new-password-others = Your other sign-ins will be closed.
link-dead-title = This link no longer works
link-dead = It has been used, has expired, or is incomplete. Your account has not changed.
link-used-title = It is already done
link-used = This link has been used: a password was chosen, sign in with it. If it was not you who chose it, ask for a new link.
link-dead-again = Ask for a new link

## Terms of use
acceptance-title = The terms have changed
acceptance-lead = Read them, then say whether you accept them. Your answers and your profile are kept either way.
acceptance-read = Read the terms of use
acceptance-accept = Accept and continue
acceptance-refuse = Refuse and sign out

## Profile
profile-title = My profile
profile-heading = Your profile, stitch by stitch
profile-lead = Sixteen competences, eight levels. Each row of the honeycomb is a domain; each cell fills thread by thread.
profile-most = Today { $max } pix can be reached: level { $level } in sixteen competences.
profile-certifiable = Your profile can be certified.
profile-certifiable-text = You have reached level 1 in { $n } competences; 5 are needed.
profile-not-certifiable = To be certifiable, level 1 is needed in 5 competences. { $n ->
    [0] Each test brings you closer
    [one] You have it in one
   *[other] You have it in { $n }
}.
profile-resume = Resume "{ $name }"
profile-start = Begin "{ $name }"
profile-domain-pix = { $pix } pix of { $most }

## Competence
competence-start = Begin
competence-resume = Resume
competence-retry = Try again
competence-see = See
competence-review = Review
competence-discover = To discover
competence-opens = Opens in { $month }
competence-opens-long = The questions of this competence open in { $month }. Until then, the other open competences await you.
competence-retry-in = You can try this competence again in { $days ->
    [one] one day
   *[other] { $days } days
}: time to learn what is missing.
competence-top = Highest level reached
competence-pix = { $pix } pix
competence-next = { $n ->
    [one] One more pix to level { $level }
   *[other] { $n } more pix to level { $level }
}
competence-level = Level { $level }
competence-no-level = No level yet
competence-themes = What it covers
competence-subjects = Subjects of the test
competence-how = About fifteen questions. You may stop and resume: your answers are kept.
competence-in-progress = Test in progress: { $n ->
    [0] no answer
    [one] one answer
   *[other] { $n } answers
} so far.
competence-last-result = See my last result
competence-tutorials = Recommended tutorials

## Question
question-title = Question { $n }
question-of = Question { $n } of { $total }
question-quit = Quit
question-quit-kept = Your answers are kept.
question-mode-free = Free mode: web and software allowed
question-mode-focus = Focus mode: stay on the page
question-files = { $n ->
    [one] The file
   *[other] The files
}
question-answer = Your answer
question-submit = Submit
question-skip = Skip
question-alternative = Read the information as text
question-error-empty = Give an answer, or choose "Skip" if you do not know.
question-error-fields = Fill in all the fields, or choose "Skip".
question-error-shape = This answer does not have the expected form. Nothing was saved; answer with the form.
question-error-long = This answer is too long: { $max } characters at most. Nothing was saved.
question-help-choice = One answer only.
question-help-choices = One or several answers.
question-help-number = A number, in digits.
question-help-date = A date, for example 03/05/2024 (day first).
question-help-lists = Choose one answer in each list.
question-help-text = A few characters are enough.
question-help-fields = One answer in each field.
question-help-fields-date = One answer in each field. A date is written with its year, for example 03/05/2024 (day first).
question-help-set = In any order you like.
question-help-order = Put the lines in order.

## Checkpoint
checkpoint-title = Checkpoint
checkpoint-heading = { $good ->
    [0] The thread is being prepared
    [one] One right answer, the thread moves on
   *[other] { $good } right answers out of { $total }, the thread moves on
}
checkpoint-lead = Your answers are saved. Read the correction that interests you, then continue: the test adapts to you.
checkpoint-continue = Continue
checkpoint-stop = Stop here
checkpoint-last = Your latest answers
checkpoint-finished-heading = The test is finished
checkpoint-finished-lead = No useful question is left to ask you. Read your latest corrections, then see your result.
checkpoint-result = See my result

## Corrections
correction-title = Correction of question { $n }
field-label = { $label }:
correction-happened = What happened
correction-about = About: { $what }
correction-how = How to do it
correction-hint = A hint for next time
correction-tutorials = To succeed next time
correction-more = To learn more
correction-question = The question
correction-back = Back

## Result
result-title = Result
result-zero-heading = The first thread is laid
result-zero = No pix this time. Read the corrections: each shows the missing gesture, and the tutorials take two minutes.
result-some-heading = You earned { $pix } pix
result-some = { $n } more pix to level 1. The corrections tell you where to go on.
result-level-heading = Level { $level } reached
result-level = You have { $pix } pix in this competence.
measure-range = From your answers you have between { $low } and { $high } pix, with nine chances in ten; no single answer decides, and recent ones count more.
result-profile = See my profile
result-answers = All your answers
result-evidence = Subject by subject
result-subject-level = Level { $level }
result-subject-none = To work on

## Tutorial
tutorial-kind = Tutorial, { $minutes } min
tutorial-licence = Original text, CC BY-SA 4.0 licence.

## Preview (staff)
preview-title = Preview
preview-banner = Preview for staff: nothing is saved.
preview-verdict = Result:
preview-seed = Seed
preview-another = Another instance
preview-key = Key

## Bank (staff)
bank-title = The bank of questions
bank-lead = { $families } question families for { $skills } skills, { $tutorials } tutorials. The tables count the families of each subject, from level 1 to level 8.
bank-kinds = What one does
bank-modes = Where one may look
bank-devices = Devices
bank-do = act on a file
bank-investigate = investigate
bank-know = know
bank-free = anything goes
bank-focus = focus mode
bank-phone = phone
bank-tablet = tablet
bank-desktop = computer
bank-blind = With a screen reader
bank-colour-blind = Without telling colours apart
bank-deaf = Without hearing
bank-motor = Without a mouse or fast typing
bank-reach = as they are { $yes }, with help { $helped }, by an equivalent { $no }
bank-tube = Subject
bank-level = Level { $n }
bank-level-word = Level

## Demo
outbox-title = Mails sent
outbox-lead = In demo mode, the program's mails are shown here and written to the data folder.
outbox-empty = No mail yet. Create an account or ask for a new password: the mail will appear here.

## Sundry
nav-competences = Competences
nav-home = Home
nav-tutorials = My tutorials
nav-mistakes = My mistakes

## Refused forms
form-expired-title = This form has expired
form-expired = You have signed in again since, or the page was open for a long time. Nothing was saved this time.
form-expired-next = Go back to the previous page, reload it, and try again.
form-broken-title = This form is incomplete
form-broken = What was sent does not have the expected form. Nothing was saved.

## My account
account-title = My account
account-names = First and last name
account-names-change = Correct my names
account-save = Save
account-cancel = Cancel
account-back = Back to my account
account-email = E-mail address
account-email-none = No address is recorded.
account-email-verified = Verified
account-email-unverified = To confirm
account-email-why = A confirmed address lets you back into your account if you forget your password.
account-email-send = Send me the confirmation link
account-sign-in = Signing in
account-sign-in-password = You sign in with a password.
account-sign-in-none = This account has no password yet:
account-username = Username:
account-none-title = You take part without an account
account-none-keep = What you do here is kept for a few hours only, on this device. Create an account to find it again and progress.
account-language = Language
account-language-label = Language of pages and mails
account-language-submit = Choose this language
account-done-names = Your names are saved.
account-done-language = The language is saved.
account-done-confirmation = The confirmation link is in your mailbox.

## My devices
devices-title = My devices
devices-lead = Your account is open on these devices. Sign out those that you do not recognise, then choose a new password.
devices-used = Last noted use:
devices-here = This device
devices-close = Sign out { $name }
devices-others = Sign out all the others
devices-unknown = Unknown device

## Changing one's address
account-done-email = Your new address is saved and verified.
password-present = Present password
password-wrong = This is not the password of your account. Nothing has changed.
email-change-title = Change my e-mail address
email-change-lead = A code will be sent to the new address. The old one stays until then.
email-change-new = New e-mail address
email-change-submit = Send me the code
email-code-title = Enter the code
email-code-lead = If this address can be used, a six-digit code has just been sent to it. It is valid for one hour.
email-code-label = Six-digit code
email-code-submit = Change my address
email-code-again = Get another code
email-code-wrong = This code does not fit: check the digits, or ask for a new code. Your address has not changed.
email-change-mail-subject = Your { $name } code
email-change-mail-body =
    Hello { $first },

    Here is the code that confirms your new address (valid for one hour):

    { $code }

    If you asked for nothing, do nothing: no account will use this address.

    The { $name } team

## Changing one's password
password-change-title = Change my password
account-done-password = Your new password is saved. Your other sign-ins are closed.
## Evidence: windows on other programs
exhibit-link-where = Where does “{ $text }” lead?
exhibit-link-leads = Leads to
exhibit-mail-from = From
exhibit-mail-to = To
exhibit-mail-cc = Copy to
exhibit-mail-reply-to = Reply to
exhibit-mail-date = Date
exhibit-mail-attachments = Attachments
exhibit-mail-headers = Full headers
exhibit-browser-tab = Tab:
exhibit-button = button
exhibit-buttons = Buttons
exhibit-field = field to fill in
exhibit-certificate = Certificate
exhibit-certificate-to = Issued to
exhibit-certificate-by = Issued by
exhibit-certificate-from = Valid from
exhibit-certificate-until = Until
exhibit-certificate-fingerprint = Fingerprint
exhibit-chat-mine = (you)
exhibit-on = On
exhibit-off = Off
drawn-closed-padlock = closed padlock
drawn-globe = globe, no padlock
drawn-warning-triangle = warning triangle
drawn-letter-i = letter i
drawn-question-mark = question mark
drawn-program = window of a program
exhibit-post-audience = Visible to:
exhibit-post-comments = Comments
exhibit-all-day = All day
exhibit-chart = { $shape ->
    [bars] Bar chart
   *[lines] Line chart
 }: { $title }. Along the bottom: { $labels }. Series: { $series }. Vertical axis { $unit }: from { $from } to { $to }.
exhibit-page = Page { $number }
exhibit-page-break = Page break
exhibit-note = note
exhibit-document-table = Table of the document
exhibit-empty-paragraph = (empty paragraph)
exhibit-spaces = ({ $count } spaces)
exhibit-fixed-spaces = { $count ->
    [one] (non-breaking space)
   *[other] ({ $count } non-breaking spaces)
 }
exhibit-tabs = { $count ->
    [one] (tab)
   *[other] ({ $count } tabs)
 }
style-title = Title
style-heading1 = Heading 1
style-heading2 = Heading 2
style-heading3 = Heading 3
style-normal = Text
style-quote = Quotation
style-caption = Caption
style-bullet = Bulleted list
style-numbered = Numbered list
style-header = Header
style-footer = Footer
style-note = Footnote
exhibit-program-level = (level { $level })
square-empty = empty
square-wall = wall
square-goal = finish
square-star = star
square-robot-north = robot facing up
square-robot-east = robot facing right
square-robot-south = robot facing down
square-robot-west = robot facing left
square-black = black
square-white = white
square-red = red
square-green = green
square-blue = blue
square-yellow = yellow
square-red-letter = R
square-green-letter = G
square-blue-letter = B
square-yellow-letter = Y
