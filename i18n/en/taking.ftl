## Durations
duration-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
duration-seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}

## Timed question
clock-heading = Timed question
clock-lead = You will have { $limit }, from the moment you open the question.
clock-goes-on = The time goes on if you reload the page, close it or change tabs.
clock-over = Once the time is over you can still answer: the answer is kept, but it counts as out of time.
clock-skip = Would you rather not do it? Skip it: the other questions of the test may have no limit.
clock-open = Open the question
countdown-shown = When this page appeared, you had { $left } left.
countdown-left = Time left
countdown-60 = One minute left.
countdown-30 = 30 seconds left.
countdown-10 = 10 seconds left.
countdown-over = The time is over. You can still answer: your answer will be kept, but it will count as out of time.
correction-late = Your answer is right, but it came after the limit ({ $limit }): it does not count as a success.

## Modes
question-mode-about = What this means
question-mode-free-means = Search the web, open your own software, try things out: it is allowed, as in real life. Then come back and give your answer.
question-mode-focus-means = This question checks what you know without searching. If you leave the page, it fades and the correction says so; here, in practice, your answer counts all the same.
focus-left = You left this page during the question. It is noted with your answer; in practice, it counts all the same. Answer without looking elsewhere.
correction-left = You were in focus mode. In practice the answer counts; in a certification it would be refused.

## Pictures to choose
choice-picture = Picture { $n }

## Level gained
level-up = Level { $level } reached in “{ $name }”

## Reporting a problem
report-open = Report a problem
report-title = Report a problem
report-lead = Say what is wrong with the question itself. This report does not change your answer.
report-about = What is the problem about?
report-text = What happens
report-text-hint = In a few sentences, with nothing that tells who you are. This field may stay empty if your choice says enough.
report-send = Send the report
report-done = Thank you, your report has arrived. The team that writes the questions will read it; they do not answer each one.
report-back = Back to the question
report-error-kind = Choose what the problem is about.
report-error-words = Describe the problem in a few words.
report-error-long = Your text is too long: { $max } characters at most. Nothing was sent.
report-error-many = You have sent { $max } reports in twenty-four hours, which is the limit. This one was not sent: your text is below. Send it tomorrow, or write to { $contact }.
report-question = The question
report-question-unclear = I do not understand what is asked
report-question-unclear-help = Read the help under “Your answer” again. In free mode you may look a word up on the web. You may also skip the question.
report-question-mistake = It contains a mistake
report-picture = A picture
report-picture-missing = It does not appear
report-picture-missing-help = Reload the page: the test resumes at this question. On a slow network, wait a few seconds.
report-picture-unreadable = It cannot be read, or is badly described
report-zoom-help = Enlarge the page with Ctrl and + (Cmd and + on a Mac), or with two fingers on a phone.
report-exhibit = A window or document that is shown
report-exhibit-unreadable = I cannot read it
report-exhibit-wrong = It does not fit the question
report-link = A link
report-link-broken = It does not open, or leads elsewhere
report-link-broken-help = Open it in a new tab with a right click. The network of a school sometimes blocks sites: try later, from elsewhere.
report-file = A file
report-file-missing = I cannot download it
report-file-missing-help = Reload the page, then look in the “Downloads” folder of your device: it may be there already.
report-file-unopened = I cannot open it
report-file-unopened-help = Try another format if there are several. LibreOffice, which is free, opens all those that we offer.
report-file-wrong = Its content does not fit the question
report-access = Accessibility
report-access-keyboard = I cannot answer with the keyboard
report-access-reader = My screen reader does not say everything
report-access-reader-help = Where it exists, the link “Read the information as text” gives the same information in another way.
report-access-display = The colours or the texts are a hindrance
report-access-display-help = At the bottom of each page you can choose the light or dark theme and reading comfort.
report-access-time = There is not enough time for me
report-answer = The expected answer
report-answer-refused = I think that my answer is right
report-answer-unclear = The correction is wrong or unclear
report-tutorial = A tutorial
report-tutorial-unclear = It does not help, or contains a mistake
report-other = Something else
report-other-kind = Another problem, which I describe below

## Reports (staff)
reports-title = Reports
reports-lead = The problems told about questions, the newest first. They are kept for four hundred days.
reports-empty-title = No report
reports-empty = What learners report under a question or a correction will appear here.
reports-when = When
reports-family = Family
reports-kind = Problem
reports-lang = Language
reports-text = Text
reports-pages = Pages of the list
reports-newest = The newest
reports-older = Older

## Mini-web of a question
button-apart = (new window)
mini-web-explore = Explore
mini-web-about = Sites made up for this question: what you must find is there. Come back here to answer.
mini-web-strip = Web made up for question { $n }
mini-web-ways = Go back
mini-web-start = Start page
mini-web-back = Back to the question
mini-web-published = Published on { $date }
mini-web-missing-title = This page does not exist
mini-web-missing = Nothing is at this address. The link may be old, or the address misspelt: go back to the page before or to the start page.
mini-web-search-words = Words to search for
mini-web-search-year = Year of the page
mini-web-search-any-year = Any
mini-web-search-go = Search
mini-web-search-how = Refine a search
mini-web-sign-exact = "two words"
mini-web-sign-exact-means = these words one after the other, written so
mini-web-sign-without = -word
mini-web-sign-without-means = only pages without this word
mini-web-sign-site = site:address.example
mini-web-sign-site-means = only pages of this site
mini-web-search-results = Results
mini-web-search-count = { $n ->
    [one] One page found.
   *[other] { $n } pages found.
}
mini-web-search-first = { $n } pages found, here are the first { $shown }. Make the search more precise to see fewer.
mini-web-search-empty = Type one or more words.
mini-web-search-nothing = No page found. Check the spelling, remove a word or try another one.
