# Combined courses: what learners read, then what teachers read.
combined-steps = The steps
combined-begin = Begin the course
combined-needs-account = One follows this course with an account, to find one's way back.
combined-archived = This course is closed: nobody can begin it any more.
combined-done = { $n } of { $all } { $all ->
    [one] step done.
   *[other] steps done.
 }
combined-over = Course completed, well done!
combined-over-text = You can look at your results and your lessons here whenever you like.
combined-open = Begin this step
combined-go-on = Go on with the course
combined-mine = My combined courses
combined-lesson = Lesson
combined-lesson-read = Read the lesson
combined-lesson-done = I have finished this lesson
combined-lessons = Lessons chosen for you
combined-lessons-later = Lessons will appear here, depending on your result at the step before.
combined-lessons-none = Your result calls for no lesson: go on.
combined-standing-done = Done
combined-standing-open = To do
combined-standing-locked = Locked

combined-title = Combined courses
combined-lead = Several campaigns one after the other, and between them the lessons that each result recommends: one code for your learners.
combined-new = Create a combined course
combined-none = No combined course
combined-none-text = Choose for example a campaign to begin with, the lessons that it recommends, then a campaign to end with.
combined-count = { $n ->
    [one] { $n } course
   *[other] { $n } courses
 }
combined-name = Name, which learners read too
combined-name-missing = Give the course a name.
combined-name-long = The name is too long: 200 characters at most.
combined-description = Words of welcome
combined-description-long = The words of welcome are too long: 5,000 characters at most.
combined-step = Step { $n }
combined-campaign = Campaign
combined-campaign-nothing = None
combined-campaign-missing = Choose at least one campaign.
combined-campaign-twice = A campaign is there only once: choose another one.
combined-campaigns-hint = The campaigns of your organisation that are in use, one for each step; leave empty the steps that you do not need.
combined-then-lessons = Then the lessons that its result recommends
combined-no-campaign = Create a campaign first: a course holds one at least.
combined-save = Create the course
combined-created = The course is there: give its code.
combined-archive-done = The course is archived.
combined-unarchive-done = The course is open again.
combined-archive = Archive
combined-unarchive = Open again
combined-archived-tag = Archived
combined-address = Address
combined-content = Content
combined-content-lessons = Lessons that the result recommends
combined-participants = Participants
combined-completed = Completed
combined-nobody = Nobody has begun yet
combined-nobody-text = Give the code: people appear here as soon as they begin.
combined-campaigns-done = Campaigns
combined-lessons-done = Lessons
combined-person = Name
combined-status = Where they are
combined-status-started = Begun
combined-status-completed = Completed
combined-of = { $n } of { $all }
