# Pix Orga: the list of learners and its imports.
learners-title = Learners
learners-import = Import a list
learners-search = First or last name
learners-division = Class or group
learners-every-division = All
learners-state = List
learners-present = Present list
learners-gone = No longer on the list
learners-filter = Filter learners
learners-apply = Apply
learners-count = { $n ->
    [0] Nobody
    [one] One person
   *[other] { $n } people
}
learners-name = Name
learners-usual = known as { $name }
learners-born = born { $date }
learners-last = Last participation
learners-never = None
learners-number = Campaigns
learners-login = Sign-in
learners-login-none = No account yet
learners-login-email = E-mail address
learners-login-username = Username
learners-login-both = E-mail address or username
learners-login-other = Another service
learners-empty = No learners yet
learners-empty-text = Import your school's list: learners find themselves on it when they join a campaign.
learners-empty-member = An administrator of your organisation can import the list; learners find themselves on it when they join a campaign.
learners-not-found = Nobody with these filters
learners-not-found-text = Try another spelling, or every class.
learners-all = Show the whole list

## Sending a file.
import-title = Import a list of learners
import-lead = Nothing changes before you confirm: you first see, line by line, what the file adds, changes and removes. You can go back for seven days. A pupil who comes from another school keeps the account: the national number and the birth date tell who it is.
import-no-format = Your organisation has no list of learners. If it should, write to support.
import-format = Format of the file
import-format-siecle = SIECLE: the file of pupils with their classes (XML or ZIP)
import-format-fregata = FREGATA: the export of pupils (CSV)
import-format-sup = Students: add and update (CSV)
import-format-sup-whole = Students: replace the whole list (CSV)
import-format-onde = ONDE: the extract of pupils of CM1 and CM2 (CSV)
import-format-onde-whole = ONDE of the whole school: the other levels are left aside (CSV)
import-format-generic = Plain table: last name, first name, class, birth date (CSV)
import-format-one-roster = OneRoster 1.2 (ZIP of CSV tables)
import-file = File
import-file-hint = { $endings }; { $most } at most. Send it as it was exported.
import-template = Download a template to fill in (CSV)
import-send = Read the file
import-give-up = Cancel
import-no-file = Choose a file.
import-under-way = An import of your organisation is not ended: confirm it or give it up before you begin another one.
import-open = Open this import
import-latest = Latest import
import-details = See the details
import-state-uploaded = Being read.
import-state-refused = Refused: the file has faults, nothing changed.
import-state-previewed = Ready: it waits for your confirmation.
import-state-applied = Done: the list is up to date.
import-state-cancelled = Given up: nothing changed.
import-state-undone = Undone: the list is again what it was.

## What becomes of a file.
import-preview-title = Import of a list
import-waiting = The file is being read: it takes some seconds. Nothing changes for now.
import-refresh = See how far it is
import-cancel = Give this import up
import-refused = { $n ->
    [one] One fault to correct. Nothing changed in your list.
   *[other] { $n } faults to correct. Nothing changed in your list.
}
import-refused-further = Only the first { $n } are shown.
import-faults = Faults of the file
import-line = Line
import-field = Column or field
import-found = Found
import-expected = Expected
import-what = What is wrong, and what to do
import-at-most = { $size } at most
import-expected-is = Expected: { $what }.
import-whole-file = The whole file
import-again = Send the corrected file
import-ready = This is what the file changes. Nothing is done before you confirm.
import-disabled-warning = { $n ->
    [one] One person is not in the file: they are disabled, their results stay.
   *[other] { $n } people are not in the file: they are disabled, their results stay.
}
import-nothing = This file changes nothing: the list is up to date already.
import-confirm = Confirm the import
import-undo = Undo this import
import-followed = Another import followed it or waits to be confirmed: undo that one first.
import-undo-until = You can undo it until { $date }: what it changed comes back, except what changed since.
import-to-list = See the list
import-another = Import another file
import-warnings = { $n ->
    [one] One value was not recognised
   *[other] { $n } values were not recognised
}
import-warning = Line { $line }, { $field }: “{ $value }” is kept as “Non reconnu”.
import-warning-empty = Line { $line }, { $field }: the cell is empty; “Non reconnu” is kept.
import-changes = Line by line
import-all = All
import-change = Change
import-why = Details
import-missing = Not in the file
import-no-lines = No line of this kind.
import-forgotten = The details of this import are kept for seven days only.

## New passwords, and login slips.
passwords-title = Pupils' passwords
passwords-lead = For pupils who sign in with a username. Each gets a temporary password; the old one works no more, and the pupil chooses their own at the next sign-in.
passwords-choose = Choose a class
passwords-untouched = (does not change)
passwords-do = Make slips to print
passwords-table = Download a table (CSV)
passwords-none = No pupil of this class signs in with a username: there is nothing to do here.
passwords-nobody = Tick at least one pupil who signs in with a username.
passwords-slips = Login slips
passwords-once = Print this page now: these passwords are not shown again.
passwords-done = Back to the list
passwords-where = Sign in at { $site }
passwords-username = Username
passwords-password = Temporary password
passwords-own = You choose your own password next. Give it to nobody.
import-kind-added = Added
import-kind-moved = Change class
import-kind-changed = Changed
import-kind-back = Come back
import-kind-disabled = Disabled
import-kind-skipped = Left aside
import-kind-unchanged = Unchanged
import-row-added = Added
import-row-moved = Change of class
import-row-changed = Changed
import-row-back = Back
import-row-disabled = Disabled
import-row-skipped = Left aside
import-skip-left = Has left the school
import-skip-number = Has no national number yet
import-skip-class = Is in no class
import-skip-level = Of a level that is not imported
import-skip-school = Of another school
import-field-first-name = first name
import-field-second-name = second first name
import-field-third-name = third first name
import-field-last-name = last name
import-field-usual-name = usual name
import-field-birth-date = birth date
import-field-sex = sex
import-field-birth-place = place of birth
import-field-number = number
import-field-email = e-mail address
import-field-division = class
import-field-level = level
import-field-mef = training (MEF)
import-field-status = status
import-field-department = department
import-field-team = teaching team
import-field-diploma = diploma
import-field-scheme = study scheme
import-field-further = other columns

## What is wrong with a file, and what to do
import-fault-encoding = The letters of the file cannot be read.
import-remedy-encoding = Save it again as UTF-8 (in a spreadsheet: “CSV UTF-8”).
import-fault-csv = The columns of this line are not separated as expected.
import-remedy-csv = Export the table with semicolons as separators, and keep its columns.
import-fault-header = A required column is missing.
import-remedy-header = Add it, with exactly this name, or start from the template.
import-fault-header-unknown = This column is not expected.
import-remedy-header-unknown = Remove it, or correct its name.
import-fault-required = This cell must not be empty.
import-remedy-required = Fill it in.
import-fault-short = This text is too short.
import-remedy-short = Write it in full.
import-fault-long = This text is too long.
import-remedy-long = Shorten it.
import-fault-length = This text has not the right length.
import-remedy-length = Check that no character is missing or added.
import-fault-date = This is not a date that exists, written as expected.
import-remedy-date = Correct the date.
import-fault-email = This is not an e-mail address.
import-remedy-email = Correct the address, or empty the cell.
import-fault-values = This value is not among those that are possible.
import-remedy-values = Replace it with one of them.
import-fault-number = A student number has only letters, digits, “_” and “-”.
import-remedy-number = Remove the other characters.
import-fault-number-twice = This student number is higher up in the file already.
import-remedy-number-twice = Correct the number, or remove the second line.
import-fault-identifier-twice = This identifier is higher up in the file already.
import-remedy-identifier-twice = Correct it, or remove the second line.
import-fault-twice = The same person is higher up in the file already.
import-remedy-twice = Remove the second line.
import-fault-insee = This INSEE code does not exist.
import-remedy-insee = Check the code in the register, then export again.
import-fault-uai = This file is another school's.
import-remedy-uai = Export the file of your own school, or go to the organisation with this number.
import-fault-ine = The national number (INE) is missing.
import-remedy-ine = Complete it in the register, then export again.
import-fault-ine-twice = This national number (INE) is higher up in the file already.
import-remedy-ine-twice = Correct it in the register, then export again.
import-fault-sex = The code of the sex is missing.
import-remedy-sex = Complete it in the register, then export again.
import-fault-birth = The birth date is missing.
import-remedy-birth = Complete it in the register, then export again.
import-fault-birth-format = The birth date does not exist, or is not written as expected.
import-remedy-birth-format = Correct it.
import-fault-birth-city = The code of the town of birth is missing: the pupil was born in France.
import-remedy-birth-city = Complete it in the register, then export again.
import-fault-empty = There is nobody in this file.
import-remedy-empty = Check that the export holds learners.
import-fault-file = This file is not of the expected format, or it is damaged.
import-remedy-file = Export it again, and send it without opening or changing it.
import-fault-ending = The name of the file has not the right ending.
import-remedy-ending = Choose the file exported from the register.
import-fault-large = This file is too large.
import-remedy-large = Check that it is the right file, or export fewer classes at a time.
import-fault-other = This file has a fault that this page does not know.
import-remedy-other = Export it again; if it goes on, write to support.
