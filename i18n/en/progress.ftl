# Around the tests: home, mistakes, tutorials, starting again.

## Home of whoever is signed in
home-title = Home
home-hello = Hello { $first }
home-welcome = Welcome, { $first }
home-lead-given = “{ $name }” of { $organisation } is waiting: go on where you stopped.
home-act-given = Go on with it
home-lead-begin = Begin with "{ $name }": about fifteen questions, in several sittings if you like.
home-lead-resume = Your test "{ $name }" awaits you: { $n ->
    [0] nothing is answered yet
    [one] one answer is kept
   *[other] { $n } answers are kept
}.
home-lead-retry = "{ $name }" can be tried again: { $n ->
    [one] one pix to go
   *[other] { $n } pix to go
} to level { $level }.
home-act-retry = Try "{ $name }" again
home-left = You left { $name }.
home-done = Well done, everything that is open is done. Reading a mistake or a tutorial again prepares what comes next.
home-done-next = You can try "{ $name }" again in { $days ->
    [one] one day
   *[other] { $days } days
}.
home-done-mistakes = Go through my mistakes
home-done-tutorials = My tutorials
home-profile = See my levels
home-resume = To resume
home-begin = To discover
home-retry = To try again
home-all = See all
home-orga = Open Pix Orga
home-staff = Open Pix Admin
home-all-of = :
home-notice-title = How it works
home-notice = The questions adapt to you: getting some wrong is normal. Stop and resume whenever you like. Each answer has its correction, kept in "My mistakes".
home-notice-close = Got it

## Filters
filter-competence = Competence
filter-all = All
filter-apply = Filter
filter-drop = Show all

## My mistakes
mistakes-title = My mistakes
mistakes-lead = Each answer worth another look stays here, with its correction. This is where one learns most.
mistakes-which = Show
mistakes-all = All mistakes
mistakes-left = Not succeeded since
mistakes-count = { $n ->
    [0] No answer to look at again
    [one] One answer to look at again
   *[other] { $n } answers to look at again
}
mistakes-older = Question of an older version
mistakes-learnt = Mastered since
mistakes-next = Older ones
mistakes-first = Back to the newest
mistakes-end-title = This is the end of the list
mistakes-end = There is no older mistake.
mistakes-none-title = Nothing to look at again for now
mistakes-none = When an answer is not right, it comes here with its correction, and stays: each mistake shows something to learn.
mistakes-none-start = Take a test
mistakes-filtered-title = No mistake here
mistakes-filtered = No answer to look at again matches this choice.

## My tutorials
tutorials-title = My tutorials
tutorials-lead = Two-minute lessons, chosen from your answers, and those you keep at hand.
tutorials-advised = Recommended for you
tutorials-saved = Saved
tutorials-advised-none-title = No advice for now
tutorials-advised-none = When a question resists you, the lesson that helps appears here.
tutorials-none-start = Take a test
tutorials-saved-none-title = No saved tutorial
tutorials-saved-none = Choose "Save" on a tutorial: it will wait for you here.
tutorial-save = Save
tutorial-unsave = Remove from my list
tutorial-useful = It was useful to me
tutorial-useful-undo = Useful to you: undo
tutorial-useful-tag = Useful

## Starting again
zero-title = Start again from zero
zero-heading = Start "{ $name }" again from zero
zero-question = What happens if you start again from zero?
zero-lost = { $level ->
    [0] Your { $pix } pix in this competence are lost.
   *[other] Your { $pix } pix and your level { $level } in this competence are lost.
}
zero-stopped = The test in progress stops.
zero-certifiable = Your profile can no longer be certified: level 1 is needed in 5 competences.
zero-kept = Your past answers and their corrections stay in "My mistakes".
zero-again = You can begin a new test right away.
zero-do = Start again from zero
zero-cancel = Keep my pix
zero-wait = You can start again from zero in { $days ->
    [one] one day
   *[other] { $days } days
}.
zero-meanwhile = Seven days after the last answer: time to read the corrections and to try again.
zero-back = Back to the competence
zero-done = The competence starts again from zero. Your corrections are kept.
