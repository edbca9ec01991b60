# Pix Orga: what a teacher sees of a campaign.

## Lists and filters
orga-filter = Filter the list
orga-filter-name = Last or first name
orga-filter-every = All
orga-division = Class or group
orga-status = Progress
orga-status-started = Under way
orga-status-to-send = To be sent
orga-status-sent = Sent
orga-person = Last and first name
orga-anonymous = No name
orga-tries = Tries
orga-list = Participants
orga-shown = { $n ->
    [0] Nobody is shown
    [one] One person shown
   *[other] { $n } people shown
}
orga-none-kept = Nobody with these filters. Take one away to widen the list.
orga-cut = This page stops at the first { $n } tries, the oldest ones. The export (CSV) holds all of them.
orga-export = Export (CSV)

## Activity
orga-participants = Participants
orga-received = Results received
orga-out-of = out of { $n }
orga-nobody-title = Nobody has begun yet
orga-nobody = Participants and their progress will show here. To begin, they go to { $site }, choose “I have a code” and type { $code }.
orga-chart = Starts and sendings
orga-chart-title = { $started ->
    [one] One person has begun
   *[other] { $started } people have begun
}, { $sent ->
    [0] none has sent
    [one] one has sent
   *[other] { $sent } have sent
}.
orga-chart-started = Have begun
orga-chart-sent = Have sent
orga-chart-table = Day by day
orga-chart-day = Day

## Results
orga-no-result-title = No result received
orga-no-result = Results will show here as soon as a participant has finished and sent one.
orga-mean = Mean result
orga-mean-pix = Pix on the mean
orga-percent = { $n }%
orga-spread = How results are spread
orga-spread-how = Each bar filters the list; choosing it again takes this filter away.
orga-band = { $first } to { $last }%
orga-chosen = (chosen)
orga-results-list = Results by participant
orga-result = Result
orga-badge = Thematic result
orga-badges = Thematic results
orga-stage = Stage
orga-stage-name = Stage { $n }: { $title }
orga-stars = { $n ->
    [one] one star
   *[other] { $n } stars
} out of { $of }
orga-sendings = Sendings
orga-sent-on = Sent on
orga-started-on = Begun on
orga-pix = Pix
orga-certifiable = Certifiable
orga-certifiable-yes = Certifiable
orga-certifiable-no = Not yet
orga-certifiable-competences = Certifiable competences
orga-certifiable-count = { $n ->
    [0] No certifiable competence
    [one] One certifiable competence
   *[other] { $n } certifiable competences
}; five are needed.

## Analysis
orga-analysis-none-title = No analysis yet
orga-analysis-none = It is built from the results received: level reached in each subject, class board, need groups.
orga-analysis-collection-title = No analysis for a collection
orga-analysis-collection = A profile collection asks no subject. Its levels and pix are in the results.
orga-position = Positioning
orga-positions = Positioning by competence and by subject
orga-positions-how = Mean level reached, out of the highest level that the campaign asks. Levels 1 and 2: novice; 3 and 4: independent; 5 and 6: advanced; 7 and 8: expert.
orga-band-novice = Novice
orga-band-independent = Independent
orga-band-advanced = Advanced
orga-band-expert = Expert
orga-level = Level
orga-level-of = { $reached } out of { $reachable }
orga-level-one = { $reached } out of { $top }
orga-subject = Subject
orga-spread-of-class = Spread
orga-board = Class board
orga-board-caption = Skills validated, in percent, by participant and by subject. { $n ->
    [one] One participant.
   *[other] { $n } participants.
}
orga-board-open = Choose a competence to see its subjects.
orga-board-close = Back to the competences
orga-legend = Legend
orga-step-mastered = Mastered, 75 and over
orga-step-on-the-way = On the way, 50 to 74
orga-step-fragile = Fragile, 25 to 49
orga-step-building = To build, under 25
orga-not-asked = Not asked
orga-groups = Suggested need groups
orga-groups-how = A level is within the class's reach when a quarter of the participants reached it. Those who are still below in the same subjects are put together.
orga-groups-choose = Choose a class to see its need groups.
orga-groups-crowd = Need groups are suggested for up to { $n } people.
orga-groups-none = Nobody is below the level within the class's reach in the same subject as somebody else.
orga-group = Group { $n }
orga-group-lacks = { $n ->
    [one] One participant, to help with:
   *[other] { $n } participants, to help with:
}
orga-group-level = up to level { $n }
orga-group-campaign = Make a follow-up campaign
orga-group-more = { $n ->
    [one] One more name
   *[other] { $n } more names
}
orga-groups-alone = To help one by one
orga-groups-alone-how = No group shares what they need.
orga-groups-ready = Ready to help
orga-groups-ready-how = They reached everything within the class's reach.

## One participant
orga-person-tries = This person's tries
orga-try = Try { $n }
orga-progress = Progress: { $n }%
orga-not-sent-title = Nothing is sent yet
orga-not-sent = The detail by competence will show once the result is sent.
orga-competences = By competence
orga-competence = Competence
orga-mastery = { $n }%: { $validated } skills validated out of { $skills }
orga-mastered-share = Skills validated

## Export
orga-csv-organisation = Name of the organisation
orga-csv-campaign-id = Campaign ID
orga-csv-code = Code
orga-csv-campaign = Name of the campaign
orga-csv-profile = Name of the target profile
orga-csv-last-name = Participant's last name
orga-csv-first-name = Participant's first name
orga-csv-class = Class
orga-csv-group = Group
orga-csv-number = Student number
orga-csv-progress = % of progress
orga-csv-started = Start date
orga-csv-shared = Shared (Y/N)
orga-csv-shared-on = Sharing date
orga-csv-stage = Stage obtained (/{ $of })
orga-csv-badge = { $name } obtained (Y/N)
orga-csv-mastery = % mastery of all the skills of the profile
orga-csv-competence-mastery = % mastery of the competence { $name }
orga-csv-competence-skills = Number of skills of the competence { $name }
orga-csv-competence-validated = Mastered skills of the competence { $name }
orga-csv-domain-mastery = % mastery of the domain { $name }
orga-csv-domain-skills = Number of skills of the domain { $name }
orga-csv-domain-validated = Mastered skills of the domain { $name }
orga-csv-sent = Sent (Y/N)
orga-csv-sent-on = Sending date
orga-csv-pix = Total number of pix
orga-csv-certifiable = Certifiable (Y/N)
orga-csv-certifiable-competences = Number of certifiable competences
orga-csv-competence-level = Level for the competence { $name }
orga-csv-competence-pix = Number of pix for the competence { $name }
orga-csv-yes = Yes
orga-csv-no = No
orga-csv-absent = NA
orga-csv-ok = OK
orga-csv-ko = KO
orga-csv-not-tested = Not tested
