# Pix Orga: certifiability, and the statistics of the organisation.

## Certifiability
certifiability = Certifiability
certifiability-yes = Certifiable
certifiability-no = Not certifiable yet
certifiability-unknown = Not communicated
certifiability-title = { $n ->
    [0] Nobody certifiable
    [one] One certifiable
   *[other] { $n } certifiable
} out of { $of }, by class
certifiability-how = Certifiable means level 1 reached in at least 5 competences. The status is that of the last profile sent in a collection, on the day shown.
certifiability-how-nightly = Certifiable means level 1 reached in at least 5 competences. The status is updated every night, without any sending; the day is that of the last activity taken into account, or of the last profile sent.
certifiability-by-division = Certifiability by class
certifiability-no-division = No class
certifiability-share = Distribution

## Statistics
statistics-title = Statistics
statistics-filter = Filter the statistics
statistics-year = School year
statistics-none = Nothing yet
statistics-none-text = Participation month by month and the levels reached in all your campaigns will be shown here. Try another year or class, or share the code of a campaign.
statistics-begun = Took part
statistics-sendings = Results received
statistics-level = Mean level reached
statistics-months = Participation month by month
statistics-months-title = Over the year, { $begun ->
    [0] no participation begun
    [one] one participation begun
   *[other] { $begun } participations begun
}, { $sent ->
    [0] none sent
    [one] one sent
   *[other] { $sent } sent
}. The table has the details.
statistics-months-begun = Begun
statistics-months-sent = Sent
statistics-months-table = Month by month, as a table
statistics-month = Month
statistics-levels = Levels reached, by competence
statistics-levels-how = { $n ->
    [one] One person
   *[other] { $n } people
}; of each subject their newest result of the year counts. Dark bar: mean level reached. Light bar: highest level asked, on average. The whole width is 8 levels.
statistics-levels-none = No test has been sent: levels will be shown with the first result. Profile collections are not counted here.
statistics-newest-only = The 20,000 newest results are taken into account.
statistics-table = As a table
statistics-competence = Competence
statistics-domain = Domain
statistics-people = People
statistics-classes = Participation by class
statistics-classes-how = Learners of the present list. Light bar: began at least one campaign this year. Dark bar: sent at least one result.
statistics-learners = Learners
statistics-took-part = Took part
statistics-sent = Sent
statistics-share = Share

## The table to download.
statistics-csv = Download the figures (CSV)
statistics-csv-who = Class looked at
statistics-csv-kind = Section
statistics-csv-name = Name
statistics-csv-all = All together
statistics-csv-begun = Participations begun
statistics-csv-sent = Participations sent
statistics-csv-asked = People assessed
statistics-csv-top = Highest level asked, on average
