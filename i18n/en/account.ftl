# The account: coming in with a temporary password, coming back after long, one's data, leaving.

## Sign in
sign-in-refused-school = The username or the password does not match. Check both; if you forgot the password, ask your teacher for a new one.
sign-in-paused-school = Too many attempts. Try again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}, or ask your teacher for a new password.
sign-in-blocked-school = This account is blocked after many attempts. Ask your teacher for a new password.
sign-in-last = { $n ->
    [one] One attempt is left before the account is blocked.
   *[other] { $n } attempts are left before the account is blocked.
} A new password unblocks it.
sign-in-last-school = { $n ->
    [one] One attempt is left before the account is blocked.
   *[other] { $n } attempts are left before the account is blocked.
} Your teacher can give you a new password.
password-choice-lead = The password you were given works once. Choose your own: nobody else will know it.
password-choice-again = Sign in again

## Mails
already-mail-subject = You already have a { $name } account
already-mail-body =
    Hello { $first },

    Somebody, probably you, has just tried to create a { $name } account with this address. You already have one: sign in at { $site }/sign-in.

    If you forgot the password, this link lets you choose a new one (it is valid for one day and works once):

    { $link }

    If it was not you, do nothing: your account has not changed.

    The { $name } team
return-mail-subject = A sign-in to your { $name } account
return-mail-body =
    Hello { $first },

    Somebody has just signed in to your { $name } account, which had not been used since { $date }.

    If it was you, all is well. If not, choose a new password: { $site }/password-reset

    The { $name } team
return-mail-body-unconfirmed =
    Hello { $first },

    Somebody has just signed in to your { $name } account, which had not been used for over a year.

    If it was you, all is well. What remains is to confirm that this address is yours (this link is valid for three days):

    { $link }

    If not, choose a new password: { $site }/password-reset

    The { $name } team
farewell-mail-subject = Your { $name } account is deleted
farewell-mail-body =
    Hello { $first },

    Your { $name } account was deleted on { $date }, as you asked. Your names, your address, your password and your results are erased; your answers stay without anything that leads to you.

    This is the last message of { $name } to this address. If it was not you who asked, write to { $contact }.

    The { $name } team
erasure-mail-subject = A request to erase an account
erasure-mail-body =
    Hello,

    The person of account { $account } asks for their { $name } account to be erased. This account serves others too (a school, a post): they cannot do it alone.

    The request is noted in the program; the law gives one month to answer.

## Code received by mail
email-code-sent = Another code has just left. The one before no longer works.
email-code-too-soon = No other code for now: wait 7 seconds after the last one; after five codes, start again with another request.
email-code-again-when = Nothing received? Look in the junk mail. You can ask for another code 7 seconds after the last one.
email-code-other = Use another address

## Legal texts
acceptance-first-title = The terms of use
acceptance-first-lead = Before you begin, read them, then say whether you accept them.
acceptance-done-title = You have accepted the terms
acceptance-done-lead = Nothing else to do: you can go on.
privacy-notice = The page on your personal data has changed.
privacy-notice-read = Read what changes
privacy-notice-first = Read how your data is kept
privacy-notice-close = Understood
account-legal = Legal texts
account-legal-version = Version { $version }, seen on

## My data
data-title = My data
data-lead = Take a copy of everything this service keeps about you: files that you can read, and that other programs can read too.
data-within = In the copy
data-within-account = Your account, your devices, the texts you accepted.
data-within-tests = Your tests, your levels and your pix.
data-within-answers = Each of your answers, as a table for spreadsheets and as JSON.
data-within-campaigns = Your campaigns, what you sent, and what the lists of schools say of you.
data-within-mails = The list of the messages we sent you in the last thirty days.
data-without = Your password is not in it: we do not know it. Nor are the solutions: the questions serve others.
data-submit = Download my copy
data-pace = Five copies an hour at most.
data-too-many = You have already taken five copies. Try again in an hour.
data-columns = Date, Competence, Rank, Question, Result, Answer, Seconds
data-readme-name = read-me.txt
data-readme =
    Your data
    =========

    account.json  your account, your devices, the texts accepted, what was noted
    results.json  your levels and your pix today
    tests.json    your tests, the newest first
    answers.json  your answers, in order
    answers.csv   the same, for a spreadsheet (separator: semicolon)
    mails.json    the messages of the last thirty days, without their text
    reports.json  the problems you reported
    campaigns.json    your campaigns and what you sent
    class-lists.json  what the lists of schools say of you

    A choice is given by its rank on the screen: 1 for the first choice.
    Dates are in universal time.

## Leaving
account-leaving = My data and my departure
account-leaving-text = Take a copy of your data, delete your account or ask for it to be deleted.
erasure-title = Delete my account
erasure-lead = It is immediate and final: nobody will be able to bring this account back.
erasure-lost = What is erased
erasure-lost-account = Your names, your e-mail address, your password.
erasure-lost-results = Your pix, your levels, your tests, your corrections and what you wrote.
erasure-lost-devices = Your sign-ins, on all your devices.
erasure-kept = What stays
erasure-kept-answers = Your results question by question, without text or anything that leads to you, with dates rounded to the month: they serve to improve the questions.
erasure-kept-trace = The note that an account was deleted, with its number and the date.
erasure-kept-address = Your address is free again: you can create another account, which will start from zero.
erasure-copy = To keep a copy before you leave:
erasure-submit = Delete my account
erasure-word = DELETE
erasure-word-label = To confirm, write { $word }
erasure-word-wrong = To confirm, write the word asked for. Nothing has changed.
erasure-request-lead = Your account also serves your school or your post: those in charge erase it for you.
erasure-request-kept = They erase what concerns you, except what the law asks them to keep, and answer within a month.
erasure-successor-lead = You are the only administrator of { $n ->
    [one] this organisation
   *[other] these organisations
}: once you are gone, nobody could invite anyone there or import a list.
erasure-successor-do = Name somebody else first: on the Team page, invite a person as an administrator, or give that role to a member. Then you can delete your account here.
erasure-successor-team = Name somebody
erasure-successor-choose = Change organisation
erasure-successor-nobody = Nobody can take over?
erasure-request-submit = Ask for the account to be erased
erasure-requested = Asked on
erasure-requested-next = There is nothing else for you to do.
erasure-contact = Those in charge:
farewell-title = Account deleted
farewell-text = Your account and what led to you are erased. Thank you for coming.

## After school
leaving-ask = You left school, and your account has no e-mail address?
leaving-go = Get my account back
leaving-title = Get my account back after school
leaving-lead = Your school had registered you, and you are not there any more: find your account with your national number, then give it your e-mail address.
leaving-still = Still a pupil? Ask your teacher, who finds your username and gives you a new password.
leaving-number = National number (INE or INA)
leaving-number-hint = Eleven letters and digits, on your school reports, your results of the brevet or the bac, or your contract of apprenticeship
leaving-number-wrong = Write your national number: eleven letters and digits, such as 990000101BH.
leaving-submit = Look for my account
leaving-unknown = No account that can be got back matches everything you wrote. Check the number, the first name, the last name and the birth date. If all of it is right, write to { $contact }.
leaving-pupil = You are still in the list of pupils of a school. Ask your teacher, who finds your username and gives you a new password.
leaving-listed = A school has your name in its list of pupils. If you left it, or if your teacher does not find your account, write to { $contact }.
leaving-addressed = This account already has an e-mail address, perhaps because you got it back before. Ask for a new password with that address. If you do not know it, write to { $contact }. If it was not you who got it back, write there soon.
leaving-working = This account also serves to work in an organisation: a national number is not enough to get it back. Write to { $contact }.
leaving-several = This account was used for pupils who do not have the same national number: somebody has to check whose it is. Write to { $contact }.
leaving-found-title = Is this your account?
leaving-found-lead = This is the account of your last school. If it is yours, we send a link to your address to get it back.
leaving-username = Username
leaving-school = Last school
leaving-sworn = I declare on my honour that I am { $first } and that this account is mine.
leaving-sworn-missing = To get this account back, tick this box. If it is not yours, go back.
leaving-email = Your e-mail address
leaving-email-hint = Your own, which you will keep: for example camille@example.org
leaving-email-refused = This address is not whole or has a mistake in it. Write it like camille@example.org.
leaving-email-soon = A message left less than a minute ago: its link does not work any more. Wait a minute, then send this form again.
leaving-removed = What came from the school will not open this account any more: neither the username nor the school's online workspace. You will sign in with your address and your password. Your results stay.
leaving-not-me = That is not me
leaving-sent = A message has just left for { $email }: it tells how to get your account back. Its link is valid for one day and works once. Until then nothing changes.
leaving-sent-nothing = Nothing arrived? Look into the unwanted mail. If the address is wrong, wait a minute and start again: the first link will not work any more.
recovery-mail-subject = Get your { $name } account back
recovery-mail-body =
    Hello { $first },

    You asked to get your { $name } account back with this address. Open this link to choose a password (it is valid for one day and works once):

    { $link }

    The username that the school gave you will not work after that.

    If it was not you, do nothing: the account does not change.

    The { $name } team
recovery-elsewhere-mail-subject = This address already has a { $name } account
recovery-elsewhere-mail-body =
    Hello { $first },

    Somebody, probably you, asked to get back with this address a { $name } account that a school had given. This address already has another account, and opens only one: sign in with it at { $site }/sign-in.

    To get the account of the school back, start again with another address:

    { $link }

    If it was not you, do nothing: no account changed.

    The { $name } team
recovery-title = Get my account back
recovery-lead = Your address { $email } becomes that of the account. Choose a password.
recovery-terms-missing = To get this account back, tick this box.
recovery-submit = Get it back and sign in
recovery-conflict-title = This account cannot be got back like this any more
recovery-conflict = Since the link was sent, this address was taken by another account, or this one changed. Nothing was done. Start again, or write to { $contact }.
recovery-again = Start again
