//! Every route and what happens to whoever asks: who sees the page, who is led elsewhere, for whom it does not exist.

use web::trial::routes::SIGN_IN;

/// Everybody who asks. The school is the one whose ids the routes name; the rival works in another one.
pub const WHO: [&str; 7] =
    ["a stranger", "a learner", "a pupil", "a rival", "a member", "an admin", "staff"];

/// A route, and what happens to each of [`WHO`].
pub struct Row(pub &'static str, pub &'static str, pub Outcomes);

type Outcomes = [&'static str; WHO.len()];

/// What happens to whoever works in an organisation, whichever it is; for others it does not exist.
const fn works(outcome: &'static str) -> Outcomes {
    [SIGN_IN, "404", "404", outcome, outcome, outcome, "404"]
}

/// In an order where no row disturbs those that follow.
pub const TABLE: &[Row] = &[
    Row("GET", "/orga", works("303 /orga/workplaces")),
    Row("GET", "/orga/workplaces", works("200")),
    Row("POST", "/orga/workplaces", works("404")),
];
