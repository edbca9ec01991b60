# What every page shares: the frame, the components, the error pages.

## Frame
skip-link = Skip to content
nav-main = Main
nav-menu = Menu
nav-brand = { $name }, home
nav-account = My account
nav-sign-out = Sign out
legal-accessibility = Accessibility
legal-privacy = Personal data
legal-terms = Terms of use
legal-notice = Legal notice
legal-help = Help
prefs-comfort = Reading comfort
prefs-theme = Page colours
prefs-theme-auto = Auto
prefs-theme-light = Light
prefs-theme-dark = Dark

## Forms
errors-title = { $n ->
    [one] One thing to correct
   *[other] { $n } things to correct
}
select-blank = Choose
password-advice = At least 14 characters, or the four rules below.
password-rules = Password rules
password-rule-length = at least 8 characters
password-rule-upper = an upper-case letter
password-rule-lower = a lower-case letter
password-rule-digit = a digit
password-show = Show
password-met = % rules out of 4 met
order-rank = Rank of “{ $line }”
order-up = Move “{ $line }” up
order-down = Move “{ $line }” down

## Domains and levels
domains = Domains
domain-information = Information and data
domain-communication = Communication and collaboration
domain-creation = Content creation
domain-protection = Protection and security
domain-environment = Digital environment
domain-information-short = Information
domain-communication-short = Communication
domain-creation-short = Creation
domain-protection-short = Protection
domain-environment-short = Environment
comb-title = { $n } pix out of { $of }
comb-domain = { $domain }: { $levels }.
comb-level = { $level ->
    [0] not started
   *[other] level { $level }
}
ring-none = Not started
ring-level = Level { $level } out of 8, { $progress }% of the next level
ring-full = Level 8 out of 8, the highest
thread = Progress: { $done } out of { $of }
thread-now = Progress: { $done ->
    [0] no question done
    [one] one question done
   *[other] { $done } questions done
} out of { $of }, question { $now } under way

## Answers and corrections
outcome-ok = Right
outcome-partial = Partly
outcome-ko = To review
outcome-skipped = Skipped
outcome-timed-out = Out of time
outcome-left = Left the page
compare-mine = Your answer
compare-none = No answer
compare-expected = Expected answer
tutorial-minutes = Tutorial, { $n } min

## Files and documents
download-others = Other formats:
file-sheet = Spreadsheet
file-text = Document
file-picture = Picture
file-zip = Compressed folder
file-mail = Message
file-other = File
exhibit-folder = folder
exhibit-file = file
exhibit-empty-folder = Empty folder
drawn-screen = a screen
drawn-cloud = a cloud
drawn-cloud-tick = a cloud with a tick
drawn-two-arrows = two arrows in a circle
drawn-cross = a cross in a circle
drawn-two-sheets-apart = two sheets apart
drawn-two-people = two people
drawn-pin = a pin
drawn-two-bars = two bars in a circle

## Finding one's way
breadcrumb = Breadcrumb
pagination = Pages
sort-by = Sort by
sort-up = { $column }, ascending
sort-down = { $column }, descending
pagination-page = Page { $n }
code-copy = Copy
code-copied = Copied

## When it does not work
trouble-code = Code { $code }
trouble-home = Back to the home page
trouble-retry = Try again
trouble-404-title = This page does not exist
trouble-404-happened = The address is incomplete, or the page has moved.
trouble-404-next = Check the address, or start again from the home page.
trouble-403-title = This page is not for this account
trouble-403-happened = It belongs to somebody else, or asks for other rights.
trouble-403-next = Go back, or sign in with the right account.
trouble-413-title = This is too large
trouble-413-happened = What was sent is larger than what is accepted.
trouble-413-next = Go back and send a shorter text or a smaller file.
trouble-429-title = Too many tries in a row
trouble-429-happened = Many requests came from your network or your sign-in in a short time. Nothing was changed.
trouble-429-next = A short wait is all it takes.
trouble-429-seconds = Try again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
trouble-429-minutes = Try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
trouble-500-title = The program met a problem
trouble-500-happened = The problem is on our side and has been noted.
trouble-500-next = Try again in a moment. If it comes back, give the code below to the help desk.
trouble-503-title = The service is taking a short break
trouble-503-happened = It is in great demand, or being updated.
trouble-503-next = Try again in a minute.
trouble-kept = Nothing you have already submitted is lost.
