//! Every route and what happens to whoever asks: the staff see the page, for others it does not exist.

use web::trial::routes::{Row, SIGN_IN};

/// Everybody who asks. The school is the one whose ids the routes name; the rival works in another one.
pub const WHO: [&str; 7] = ["a stranger", "a learner", "a pupil", "a rival", "a member", "an admin", "staff"];

type Outcomes = [&'static str; WHO.len()];

/// What happens to the staff; others are told that there is nothing.
const fn staff(outcome: &'static str) -> Outcomes {
    [SIGN_IN, "404", "404", "404", "404", "404", outcome]
}

/// In an order where no row disturbs those that follow.
pub const TABLE: &[Row<{ WHO.len() }>] = &[
    Row("GET", "/staff", staff("200")),
    Row("GET", "/staff/organisations", staff("200")),
    Row("GET", "/staff/organisations/new", staff("200")),
    Row("POST", "/staff/organisations/new", staff("422")),
    Row("GET", "/staff/organisations/file", staff("200")),
    Row("POST", "/staff/organisations/file", staff("422")),
    Row("GET", "/staff/organisations/template", staff("200")),
    Row("GET", "/staff/organisations/{organisation=school}", staff("200")),
    Row("GET", "/staff/organisations/{organisation=0000000000000}", staff("404")),
    Row("GET", "/staff/organisations/{organisation=school}/change", staff("200")),
    Row("POST", "/staff/organisations/{organisation=school}/change", staff("422")),
    Row("GET", "/staff/organisations/{organisation=school}/archive", staff("200")),
    Row("POST", "/staff/organisations/{organisation=school}/archive", staff("422")),
    Row(
        "GET",
        "/staff/organisations/{organisation=school}/members",
        staff("303 /staff/organisations/{school}"),
    ),
    Row("POST", "/staff/organisations/{organisation=school}/members", staff("422")),
    Row("GET", "/staff/organisations/{organisation=school}/invitations", staff("200")),
    Row("POST", "/staff/organisations/{organisation=school}/invitations", staff("422")),
    Row(
        "GET",
        "/staff/organisations/{organisation=school}/invitations/{invitation=0000000000000}/cancellation",
        staff("303 /staff/organisations/{school}/invitations"),
    ),
    Row(
        "POST",
        "/staff/organisations/{organisation=school}/invitations/{invitation=0000000000000}/cancellation",
        staff("404"),
    ),
    Row("GET", "/staff/organisations/{organisation=school}/places", staff("200")),
    Row("GET", "/staff/organisations/{organisation=0000000000000}/places", staff("404")),
    Row("POST", "/staff/organisations/{organisation=school}/places", staff("422")),
    Row(
        "GET",
        "/staff/organisations/{organisation=school}/places/{lot=0000000000000}/removal",
        staff("303 /staff/organisations/{school}/places"),
    ),
    Row(
        "POST",
        "/staff/organisations/{organisation=school}/places/{lot=0000000000000}/removal",
        staff("404"),
    ),
    Row("GET", "/staff/centres", staff("200")),
    Row("GET", "/staff/centres/new", staff("200")),
    Row("POST", "/staff/centres/new", staff("422")),
    Row("GET", "/staff/centres/{centre=lycee}", staff("200")),
    Row("GET", "/staff/centres/{centre=0000000000000}", staff("404")),
    Row("GET", "/staff/centres/{centre=lycee}/change", staff("200")),
    Row("POST", "/staff/centres/{centre=lycee}/change", staff("422")),
    Row("GET", "/staff/centres/{centre=lycee}/archive", staff("200")),
    Row("POST", "/staff/centres/{centre=lycee}/archive", staff("422")),
    Row("GET", "/staff/profiles", staff("200")),
    Row("GET", "/staff/profiles/new", staff("200")),
    Row("POST", "/staff/profiles/new", staff("422")),
    Row("GET", "/staff/profiles/{profile=made}", staff("200")),
    Row("GET", "/staff/profiles/{profile=0000000000000}", staff("404")),
    Row("GET", "/staff/profiles/{profile=made}/change", staff("200")),
    Row("POST", "/staff/profiles/{profile=made}/change", staff("422")),
    Row("GET", "/staff/profiles/{profile=made}/shares", staff("303 /staff/profiles/{made}")),
    Row("POST", "/staff/profiles/{profile=made}/shares", staff("422")),
    Row("GET", "/staff/profiles/{profile=made}/stages", staff("200")),
    Row("POST", "/staff/profiles/{profile=made}/stages", staff("422")),
    Row("GET", "/staff/profiles/{profile=made}/badges", staff("200")),
    Row("POST", "/staff/profiles/{profile=made}/badges", staff("422")),
    Row("GET", "/staff/profiles/{profile=made}/badges/{badge=safe}/criteria", staff("200")),
    Row("GET", "/staff/profiles/{profile=made}/badges/{badge=0000000000000}/criteria", staff("404")),
    Row("POST", "/staff/profiles/{profile=made}/badges/{badge=safe}/criteria", staff("422")),
    Row("GET", "/staff/profiles/{profile=made}/trainings", staff("200")),
    Row("POST", "/staff/profiles/{profile=made}/trainings", staff("422")),
    Row("GET", "/staff/profiles/{profile=made}/outdating", staff("303 /staff/profiles/{made}")),
    Row("POST", "/staff/profiles/{profile=made}/outdating", staff("303 /staff/profiles/{made}?done=back")),
    Row("GET", "/staff/trainings", staff("200")),
    Row("POST", "/staff/trainings", staff("422")),
    Row("GET", "/staff/trainings/{training=course}/retirement", staff("303 /staff/trainings")),
    Row("POST", "/staff/trainings/{training=course}/retirement", staff("303 /staff/trainings")),
];
