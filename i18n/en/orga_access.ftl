# Pupils' accounts: usernames, slips, repair.
usernames-title = Create usernames
usernames-lead = For pupils of the list who have no account yet. Each gets a username made from their names and birth date, and a temporary password to be changed at the first sign-in.
usernames-caption = Tick the pupils concerned. The others do not change.
usernames-none = Every pupil of this class has an account already.
usernames-nobody = Tick at least one pupil without an account. If they got one meanwhile, give them a new password instead.
usernames-changed = The list has just changed: nothing was created. Check who is ticked and try again.
usernames-elsewhere = Has an account in another school already
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
