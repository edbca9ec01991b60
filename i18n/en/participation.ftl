# Taking part in a campaign: what pupils and learners see.

## The code
participation-code-title = I have a code
participation-code-lead = Your teacher or your organisation gave you a code: it opens a course.
participation-code-label = Code of the course
participation-code-hint = Six letters and three digits, for example KWDTRM234
participation-code-go = Open the course
participation-code-empty = Write the code you were given: six letters and three digits.
participation-code-wrong = No course has this code. Check each letter and each digit, or ask whoever gave it to you again.

## The way in
participation-untitled = Course { $code }
participation-from = Given by { $name }
participation-sent-title = What will be sent
participation-sent-test = At the end of the course your result is sent automatically to { $name }: your name, the share of skills validated, subject by subject, and the dates. There is nothing else to do. What you do later changes nothing of it.
participation-sent-profile = Nothing is sent without you: you will see your profile, then choose to send it to { $name }. They receive your name, your level and your pix in each competence, and whether you can be certified.
participation-sent-nothing = Nothing is sent: { $name } does not receive your result.
participation-was-sent-title = What was sent
participation-was-sent-test = { $name } received your result: your name, the share of skills validated, subject by subject, and the dates. What you do afterwards changes nothing of it.
participation-was-sent-profile = { $name } received your profile: your name, your level and your pix in each competence, and whether you can be certified. What you do afterwards changes nothing of it.
participation-was-sent-on = Sent on
participation-known = What you have shown on your profile counts: you will not be asked those questions again.
participation-from-nothing = Your profile does not count here and will not be changed: everybody starts from nothing.
participation-identify = This course is for the pupils of { $name }: say first who you are in the list.
participation-identify-go = Say who I am
participation-knock = Sign in to begin: you will come back to this page.
participation-as = You are taking part as { $name }.
participation-not-me = That is not me: sign out
participation-begin = Begin
participation-begin-profile = Go on to my profile
participation-resume = Resume
participation-see = See my result
participation-home = Go to the home page
participation-external-hint = Asked for by the organisation, which can read it
participation-external-empty = Fill in this field: the organisation needs it to recognise you.
participation-external-long = Write 255 characters at most.
participation-external-email = Write an e-mail address, such as name@example.org.
participation-closed = This course is closed: { $name } expects no more participants. If you think that is a mistake, speak to whoever gave you the code.
participation-closed-sign-in = I had already begun: sign in
participation-deleted = Your participation was deleted by { $name }: this course cannot be started again. Your answers stay on your profile.
participation-deleted-resume = Your participation was deleted by the organisation. You can finish for yourself, but your result will not be sent.
participation-inactive = You are no longer in the list of { $name }: ask your teacher to put you back.
participation-mediacentre = Pupils of { $name } come in through the media centre of their school's online workspace (ENT): open Pix there, then type the code again. Without access to it, ask your teacher.
participation-archived = This course is closed: what you did is kept on your profile, but can no longer be sent.

## The class list
participation-identity-title = Who are you?
participation-identity-lead = Write your name as { $name } knows it. It will be linked to your account, once and for all.
participation-identity-submit = That is me
participation-birth-date = Birth date
participation-birth-date-hint = For example 12/03/2013 (day first)
participation-birth-date-wrong = Write your birth date: the day, the month and the year, such as 12/03/2013.
participation-identity-nobody = Nobody in the list has this name and this birth date. Check what you wrote; if all of it is right, ask your teacher how you are registered.
participation-identity-several = Several pupils have nearly this name and this birth date. Write your first and last name exactly as your teacher knows them.
participation-conflict-email = You already have an account, with the address { $login }. Sign out and use that account. If it is not yours, give your teacher the number { $code }.
participation-conflict-username = You already have an account, with the username { $login }. Sign out and use that account. If you have forgotten it, give your teacher the number { $code }.
participation-conflict-external = You already have an account, which you open through another service. Go through that service, or give your teacher the number { $code }.
participation-taken = Another account already took part in this campaign as { $name }. If it is yours, sign out and use that account. If not, ask your teacher to delete that participation: you can begin then.
participation-conflict-other-pupil = This account is already that of another pupil of the school. Sign out and use your own account, or give your teacher the number { $code }.
participation-conflict-stranger = This account seems to be somebody else's, perhaps a brother's or a sister's. Sign out and make your own account, or give your teacher the number { $code }.

## During the test
participation-progress = { $n }% of the course

## The end
participation-result-title = End of the course
participation-over = Course finished
participation-mastery = { $n ->
    [0] No skill validated so far: this is where you start from.
   *[other] You master { $n }% of this course.
}
participation-profile-sent = Your profile is sent
participation-received = Your result reached { $name } on
participation-not-sent = Nothing was sent: this result is for you.
participation-badges = Your badges
participation-by-competence = Competence by competence
participation-bar = { $name }: { $n }%
participation-mistakes = See my mistakes again
participation-again-title = Try again
participation-again-lead = You can take this course again: what you missed will be asked again, and both results are kept.
participation-again-in = { $days ->
    [one] You can try again in { $days } day.
   *[other] You can try again in { $days } days.
}
participation-again = Take this course again
participation-afresh-title = Start again from nothing
participation-afresh-lead = Everything will be asked again, also what you had right. What your profile knows of the subjects of this campaign is forgotten: you may lose pix and levels until you find them again. The result you already sent does not change.
participation-afresh = Forget and start again

## Sending one's profile
participation-send-title = Send your profile to { $name }
participation-send-lead = This is what { $name } will receive. Check it, then send it: what you do later changes nothing of it.
participation-send = Send my profile
participation-send-practise = Improve it first
participation-level-pix = level { $level } · { $pix } pix

## My courses
participations-title = My courses
participations-lead = The courses that you have begun, and what you have sent.
participations-empty-title = No course yet
participations-empty = When you open a course with a code, you will find it here.
participations-newest = The newest
participations-older = Older ones
participations-begun = Begun on
participations-under-way = Under way
participations-over = Finished, not sent
participations-archived = Closed
participations-sent = Sent
participations-sent-mastery = Sent: { $n }%

## Trainings
trainings-title = My trainings
trainings-lead = What the results of your campaigns recommend.
trainings-empty-title = No training recommended yet
trainings-empty = Once you have finished a campaign, the trainings that would help you progress will be here.
trainings-campaigns = My campaigns
trainings-after = Recommended trainings
trainings-after-lead = Going by your result, they are at your level and would help you progress.
training-minutes = { $n } min
training-module = Module
training-tutorial = Tutorial
training-course = Online course
training-workshop = Workshop
training-rating = Useful to you?
training-useful = Yes
training-useless = No
training-elsewhere = on another site

## Without an account
entry-sent = At the end of the course your result is sent automatically to { $name }: the share of skills validated, subject by subject, and the dates; without your name if you take part without an account.
entry-was-sent = { $name } received your result, without your name: the share of skills validated, subject by subject, and the dates.
entry-lead = This campaign needs no account: nothing to remember, nothing to give.
entry-terms = By beginning, you accept the
entry-terms-link = terms of use
entry-begin = Take part without an account
entry-account = I have an account
entry-as = You take part without an account: you can come back here for four hours, on this device. To keep what you do:
entry-leave = Leave
entry-keep-title = Keep what you did
entry-keep = You took part without an account. Create one to find this result again and progress: your name then stands beside the result that was sent. Otherwise it will not be visible here any more in a few hours.

## Registering by the class list
registration-known-title = I have an account
registration-new-title = I have no account
registration-new = If you are a pupil of { $name }, register with your name and your birth date: no e-mail address is needed.
registration-go = Register by the class list
registration-title = Register by the class list
registration-lead = Write your name as { $name } knows it.
registration-next = Continue
registration-conflict-email = You already have an account, with the address { $login }: sign in with it. If it is not yours, give your teacher the number { $code }.
registration-conflict-username = You already have an account, with the username { $login }: sign in with it. If you never made it, or have forgotten it, give your teacher the number { $code }.
registration-conflict = You already have an account, which you open through another service. Go through that service, or give your teacher the number { $code }.
registration-elsewhere = This account comes from another school: if your teacher cannot help you, write to { $contact }.
registration-account-title = Create my pupil account
registration-account-lead = You are { $name }, of { $school }.
registration-not-me = That is not me
registration-way = How do you want to sign in?
registration-way-hint = If you take the username, write it down now: you are asked for it at each sign-in.
registration-way-username = With my username: { $username }
registration-way-email = With my e-mail address
registration-email-hint = Only if you sign in with this address
registration-username = Your username: { $username }
registration-username-taken = Somebody else has just taken this username. Write the new one down, then continue.
