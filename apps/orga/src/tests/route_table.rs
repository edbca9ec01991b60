//! Every route and what happens to whoever asks: who sees the page, who is led elsewhere, for whom it does not exist.

use web::trial::routes::{Row, SIGN_IN};

/// Everybody who asks. The school is the one whose ids the routes name; the rival works in another one.
pub const WHO: [&str; 7] = ["a stranger", "a learner", "a pupil", "a rival", "a member", "an admin", "staff"];

type Outcomes = [&'static str; WHO.len()];

/// What happens to whoever works in an organisation, whichever it is; for others it does not exist.
const fn works(outcome: &'static str) -> Outcomes {
    [SIGN_IN, "404", "404", outcome, outcome, outcome, "404"]
}

/// What happens to whoever works in the organisation that the address is about; for others it does not exist.
const fn own(outcome: &'static str) -> Outcomes {
    [SIGN_IN, "404", "404", "404", outcome, outcome, "404"]
}

/// What happens to the people of the school: a member, an administrator. For others it does not exist.
const fn school(member: &'static str, admin: &'static str) -> Outcomes {
    [SIGN_IN, "404", "404", "404", member, admin, "404"]
}

/// What happens to whoever works in an organisation, by what they may do there: the rival and the admin may everything.
const fn post(admin: &'static str, member: &'static str) -> Outcomes {
    [SIGN_IN, "404", "404", admin, member, admin, "404"]
}

/// Home, once the school was left.
const LEFT: &str = "303 /home?left={organisation}";

/// In an order where no row disturbs those that follow.
pub const TABLE: &[Row<{ WHO.len() }>] = &[
    Row("GET", "/orga", works("303 /orga/campaigns")),
    Row("GET", "/orga/campaigns", works("200")),
    Row("GET", "/orga/campaigns/new", works("200")),
    Row("POST", "/orga/campaigns/new", works("422")),
    Row("GET", "/orga/campaigns/{campaign}/settings", school("200", "200")),
    Row("GET", "/orga/campaigns/{campaign=nonsense}/settings", works("404")),
    Row("GET", "/orga/campaigns/{campaign}/projection", school("200", "200")),
    Row("GET", "/orga/campaigns/{campaign=nonsense}/projection", works("404")),
    Row("GET", "/orga/campaigns/{campaign}/edit", school("403", "200")),
    Row("POST", "/orga/campaigns/{campaign}/edit", school("403", "422")),
    Row("GET", "/orga/campaigns/{campaign}/picture", school("403", "200")),
    Row("POST", "/orga/campaigns/{campaign}/picture", school("403", "400")),
    Row("GET", "/orga/campaigns/{campaign}/picture/removal", works("303 /orga/campaigns/{campaign}/picture")),
    Row(
        "POST",
        "/orga/campaigns/{campaign}/picture/removal",
        school("403", "303 /orga/campaigns/{campaign}/settings?done=picture-removed"),
    ),
    Row("GET", "/orga/campaigns/{campaign}/archive", works("303 /orga/campaigns/{campaign}/settings")),
    Row("POST", "/orga/campaigns/{campaign}/archive", school("403", "400")),
    Row("GET", "/orga/campaigns/{campaign}/copy", works("303 /orga/campaigns/{campaign}/settings")),
    Row("POST", "/orga/campaigns/{campaign}/copy", school("400", "400")),
    Row("GET", "/orga/campaigns/{campaign=doomed}/removal", school("403", "200")),
    Row(
        "POST",
        "/orga/campaigns/{campaign=doomed}/removal",
        school("403", "303 /orga/campaigns?done=deleted"),
    ),
    Row("GET", "/orga/campaigns/removal", works("303 /orga/campaigns?done=none-chosen")),
    Row("POST", "/orga/campaigns/removal", works("303 /orga/campaigns")),
    Row("GET", "/orga/courses", works("200")),
    Row("GET", "/orga/courses/new", works("200")),
    Row("POST", "/orga/courses/new", works("422")),
    Row("GET", "/orga/courses/{course}", school("200", "200")),
    Row("GET", "/orga/courses/{course=nonsense}", works("404")),
    Row(
        "GET",
        "/orga/courses/{course}/archive",
        school("303 /orga/courses/{course}", "303 /orga/courses/{course}"),
    ),
    Row("POST", "/orga/courses/{course}/archive", school("403", "400")),
    Row("GET", "/orga/learners", works("200")),
    Row("GET", "/orga/learners/passwords", works("200")),
    Row("POST", "/orga/learners/passwords", works("422")),
    // Neither school has a list of its own: `usernames` tells of those that do.
    Row("GET", "/orga/learners/usernames", works("404")),
    Row("POST", "/orga/learners/usernames", works("404")),
    Row("GET", "/orga/learners/{learner}/detachment", own("200")),
    Row("POST", "/orga/learners/{learner}/detachment", works("400")),
    Row("GET", "/orga/learners/{learner=mistaken}/removal", school("403", "200")),
    Row(
        "POST",
        "/orga/learners/{learner=mistaken}/removal",
        post("303 /orga/learners/returns?done=removed", "403"),
    ),
    Row("GET", "/orga/learners/returns", post("200", "403")),
    Row("POST", "/orga/learners/returns", post("400", "403")),
    Row("GET", "/orga/learners/import", post("200", "403")),
    Row("POST", "/orga/learners/import", post("403", "403")),
    Row("GET", "/orga/learners/import/template", post("200", "403")),
    Row("GET", "/orga/learners/imports/{import}", school("403", "200")),
    Row("GET", "/orga/learners/imports/{import}/confirmation", works("303 /orga/learners/imports/{import}")),
    Row(
        "POST",
        "/orga/learners/imports/{import}/confirmation",
        school("403", "303 /orga/learners/imports/{import}"),
    ),
    Row("GET", "/orga/learners/imports/{import}/undoing", works("303 /orga/learners/imports/{import}")),
    Row(
        "POST",
        "/orga/learners/imports/{import}/undoing",
        school("403", "303 /orga/learners/imports/{import}"),
    ),
    Row("GET", "/orga/learners/imports/{import}/cancellation", works("303 /orga/learners/imports/{import}")),
    Row(
        "POST",
        "/orga/learners/imports/{import}/cancellation",
        school("403", "303 /orga/learners/imports/{import}"),
    ),
    Row("GET", "/orga/statistics", works("200")),
    Row("GET", "/orga/statistics/export", works("200")),
    Row("GET", "/orga/places", works("200")),
    Row("GET", "/orga/team", works("200")),
    Row("GET", "/orga/team/departure", works("200")),
    Row("GET", "/orga/team/invitations", post("200", "403")),
    Row("POST", "/orga/team/invitations", post("422", "403")),
    Row("GET", "/orga/team/invitations/{invitation}/sending", works("303 /orga/team")),
    Row("POST", "/orga/team/invitations/{invitation}/sending", post("303 /orga/team?done=sent", "403")),
    Row("GET", "/orga/team/invitations/{invitation}/cancellation", works("303 /orga/team")),
    Row(
        "POST",
        "/orga/team/invitations/{invitation}/cancellation",
        school("403", "303 /orga/team?done=cancelled"),
    ),
    Row("GET", "/orga/team/{account}/role", works("303 /orga/team")),
    Row("POST", "/orga/team/{account}/role", school("403", "400")),
    Row("GET", "/orga/team/{account}/removal", school("403", "200")),
    Row("POST", "/orga/team/{account=leaver}/removal", school("403", "303 /orga/team?done=removed")),
    Row("GET", "/invitations/{code}", ["200"; WHO.len()]),
    Row("GET", "/invitations/{code=unknown}", ["404"; WHO.len()]),
    Row("POST", "/invitations/{code=unknown}", [SIGN_IN, "404", "404", "404", "404", "404", "404"]),
    Row("GET", "/orga/campaigns/{campaign}", own("200")),
    Row("GET", "/orga/campaigns/{campaign}/live", own("200")),
    // Without a script that reads events, the page says the same.
    Row("GET", "/orga/campaigns/{campaign}/live/stream", own("303 /orga/campaigns/{campaign}/live")),
    Row("GET", "/orga/campaigns/{campaign}/results", own("200")),
    Row("GET", "/orga/campaigns/{campaign}/analysis", own("200")),
    Row("GET", "/orga/campaigns/{campaign}/participants/{participation}", own("200")),
    Row("GET", "/orga/campaigns/{campaign}/participants/{participation}/report", own("200")),
    Row("GET", "/orga/campaigns/{campaign}/participants/{participation=wrong}/removal", school("403", "200")),
    Row(
        "POST",
        "/orga/campaigns/{campaign}/participants/{participation=wrong}/removal",
        school("403", "303 /orga/campaigns/{campaign}?done=participant-deleted"),
    ),
    Row("GET", "/orga/campaigns/{campaign}/report", own("200")),
    Row("GET", "/orga/campaigns/{campaign}/report/pupils", own("200")),
    Row("GET", "/orga/campaigns/{campaign}/export", own("200")),
    Row("GET", "/orga/workplaces", works("200")),
    Row("POST", "/orga/workplaces", works("404")),
    // The last administrator stays, others are gone afterwards.
    Row(
        "POST",
        "/orga/team/departure",
        [SIGN_IN, "404", "404", "303 /orga/team/departure", LEFT, LEFT, "404"],
    ),
];
