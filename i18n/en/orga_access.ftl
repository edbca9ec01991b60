# Pupils' accounts: usernames, slips, repair.
usernames-title = Create usernames
usernames-lead = For pupils of the list who have no username. Each gets one, made from their names and birth date. Without an account, they also get a temporary password, to be changed at the first sign-in; with an account, they keep their address and their password.
usernames-none = Nobody waits for a username here.
usernames-nobody = Tick at least one pupil without a username. If they got one meanwhile, give them a new password instead.
usernames-changed = The list has just changed: nothing was created. Check who is ticked and try again.
usernames-elsewhere = Has an account in another school already
usernames-by-email = E-mail address: will only get the username
passwords-kept = Your password is still the one you chose. Give it to nobody.
pupil-group-caption = Tick the pupils concerned. The others do not change.
pupil-group-part = Pupils { $first } to { $last } of { $total }, by alphabet. Slips are made page by page, { $most } pupils at a time at most.
pupil-group-onward = Go on with the other pupils
pupil-group-too-many = Nothing was done: tick fewer pupils at a time, those of a single page.
passwords-qr = Code to scan: opens the sign-in page with the username { $name }
detachment-link = Not their account
detachment-title = Detach an account
detachment-question = Detach the account of { $name }?
detachment-email = The account { $login } is no longer that of { $name } in your organisation.
detachment-username = The username { $login } is no longer that of { $name } in your organisation.
detachment-other = The account opened by another service is no longer that of { $name } in your organisation.
detachment-kept = The account is not deleted: it keeps its answers, its profile and its way to sign in.
detachment-results = { $n ->
    [0] No participation in your campaigns is concerned.
    [one] One participation stays in your campaign under the name of { $name }. If it is somebody else's work, delete it in the campaign.
   *[other] { $n } participations stay in your campaigns under the name of { $name }. If they are somebody else's work, delete them in each campaign.
  }
detachment-next = Then { $name } can find themselves in the list with their own account, or get a username from you.
detachment-do = Detach the account
detachment-done = The account is detached. The right person can now find themselves in the list.
participant-removal-title = Delete the participation
participant-removal-question = Delete the participation of { $name }?
participant-removal-lost = { $n ->
    [one] The try and its result disappear for the whole organisation; statistics no longer count it.
   *[other] The { $n } tries and their results disappear for the whole organisation; statistics no longer count them.
  }
participant-removal-closed = This person cannot start this campaign again. A test under way can be finished, but not sent.
participant-removal-kept = What they learnt stays in their profile.
participant-removal-for-good = This is for good.
participant-removal-do = Delete the participation
participant-removal-keep = Keep the participation
participant-removal-done = The participation is deleted.
campaigns-choose = Choose
campaigns-choose-one = Choose “{ $name }”
campaigns-delete = Delete the ticked campaigns
campaign-removal-several = Delete campaigns
campaign-removal-how-many = { $n ->
    [one] Delete this campaign?
   *[other] Delete these { $n } campaigns?
  }
campaign-removal-others = These stay: they are a colleague's
campaign-removal-do-several = Delete
campaign-removal-keep-several = Keep them all
campaign-removal-back = Back to the campaigns
campaign-done-several-deleted = The campaigns are deleted.
campaign-done-none-chosen = First tick the campaigns to delete.
## A line removed from the list, and put back.
learner-removal-link = Delete
learner-removal-title = Delete from the list
learner-removal-question = Delete { $name } from the list?
learner-removal-results = { $n ->
    [0] No result is concerned: this person took part in none of your campaigns.
    [one] Their participation in one of your campaigns disappears: results, exports and statistics no longer count it. They cannot start this campaign again.
   *[other] Their participations in { $n } of your campaigns disappear: results, exports and statistics no longer count them. They cannot start these campaigns again.
  }
learner-removal-account = Their account stays: the person keeps their answers, their profile and their way to sign in.
learner-removal-import = If they are in the next list that you import, they come back as a new person.
learner-removal-back = For 7 days you can put them back with their participations; afterwards everything is erased.
learner-removal-do = Delete from the list
learner-removal-keep = Keep in the list
learner-removal-done = The person is no longer in the list. You can put them back here for 7 days.
returns-title = Deleted from the list
returns-lead = These people were deleted by hand. Back in the list, they have their participations again; after the date shown, everything is erased.
returns-until = Erased on
returns-do = Put back
returns-done = The person is in the list again, with their participations.
returns-not-done = Nothing changed: this person is back in the list already, or the time is over.
returns-none = Nobody was deleted from the list
returns-none-text = Whoever is deleted by hand from the list of pupils stays here for 7 days, to be able to come back.

## The numbers that pupils read when an account is in the way of theirs.
conflict-title = A pupil gives you a number
conflict-lead = It is shown when there is an account already: with an S when registering, with an R when the pupil is signed in.
conflict-number = Number
conflict-what = What happens
conflict-do = What to do
conflict-here-email = The pupil already has an account here, with an e-mail address.
conflict-here-email-do = They sign in with this address; if they have forgotten the password, they ask for a new one on the sign-in page. If the address is not theirs, choose “Not their account” in their class: they can then register.
conflict-here-username = The pupil already has an account here, with a username.
conflict-here-username-do = They sign in with this username; if they have forgotten the password, give them one on this page. If they never made this account, somebody else took their place: choose “Not their account” in their class, then they register.
conflict-here-external = The pupil already has an account here, which they open through another service, such as the school's portal.
conflict-here-external-do = They go through that service.
conflict-elsewhere-email = The pupil has an account of another school, with an e-mail address.
conflict-elsewhere-email-do = They sign in with this address, then type the code of the campaign again. If they have forgotten the password, they ask for a new one on the sign-in page.
conflict-elsewhere-username = The pupil has an account of another school, with a username.
conflict-elsewhere-username-do = They sign in with this username, then type the code of the campaign again. If they have forgotten the password, neither you nor their former school can give them one: write to the address on the Help page.
conflict-elsewhere-external = The pupil has an account of another school, which they open through another service.
conflict-elsewhere-external-do = They go through that service, then type the code of the campaign again.
conflict-other-pupil = The account signed in already is another pupil's of this school.
conflict-other-pupil-do = They sign out, then use their own account. If this account is theirs, it is linked to the wrong person: choose “Not their account” beside that one.
conflict-stranger = The account signed in seems to be somebody else's: neither the national number nor the birth date are the same.
conflict-stranger-do = Often a brother or sister on the same computer: they sign out, then use their own account.
