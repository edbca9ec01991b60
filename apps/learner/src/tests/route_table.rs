//! Every route and what happens to whoever asks: who sees the page, who is led elsewhere, for whom it does not exist.

use web::trial::routes::{Row, SIGN_IN};

/// Everybody who asks.
pub const WHO: [&str; 7] =
    ["a stranger", "its learner", "another learner", "a pupil", "a teacher", "an invigilator", "staff"];

type Outcomes = [&'static str; WHO.len()];

const BEGUN: &str = "303 /attempts/…";
const CONFIRMATION: &str = "303 /account?done=confirmation";

/// What happens to everybody in the same way.
const fn all(outcome: &'static str) -> Outcomes {
    [outcome; WHO.len()]
}

/// What happens to a stranger, and to whoever is signed in.
const fn signed_in(stranger: &'static str, others: &'static str) -> Outcomes {
    [stranger, others, others, others, others, others, others]
}

/// What happens to the learner whose test it is; for everybody else it does not exist.
const fn owner(outcome: &'static str) -> Outcomes {
    [SIGN_IN, outcome, "404", "404", "404", "404", "404"]
}

/// What happens to the learner who took tests, and to whoever took none.
const fn mine(outcome: &'static str, others: &'static str) -> Outcomes {
    [SIGN_IN, outcome, others, others, others, others, others]
}

/// What happens to staff; for learners it does not exist.
const fn staff(outcome: &'static str) -> Outcomes {
    [SIGN_IN, "404", "404", "404", "404", "404", outcome]
}

/// What happens to learners who made their account alone; those whose account serves others too are led elsewhere.
const fn free(outcome: &'static str, others: &'static str) -> Outcomes {
    [SIGN_IN, outcome, outcome, others, others, others, others]
}

/// In an order where no row disturbs those that follow.
pub const TABLE: &[Row<{ WHO.len() }>] = &[
    Row("GET", "/", signed_in("200", "303 /home")),
    Row("GET", "/sign-up", signed_in("200", "303 /home")),
    Row("POST", "/sign-up", signed_in("422", "303 /home")),
    Row("GET", "/sign-in", signed_in("200", "303 /home")),
    Row("POST", "/sign-in", all("422")),
    Row("GET", "/password-reset", all("200")),
    Row("POST", "/password-reset", all("422")),
    Row("GET", "/password-reset/{token}", all("200")),
    Row("GET", "/password-reset/{token=unknown}", all("404")),
    Row("POST", "/password-reset/{token}", all("422")),
    Row("GET", "/password-choice/{token=choice}", all("200")),
    Row("GET", "/password-choice/{token}", all("404")),
    Row("POST", "/password-choice/{token=choice}", all("422")),
    Row("GET", "/email-confirmation/{token=unknown}", all("200")),
    Row("POST", "/email-confirmation/{token=unknown}", all("404")),
    Row("GET", "/leaving-school", all("200")),
    Row("POST", "/leaving-school", all("422")),
    Row("GET", "/leaving-school/{token=unknown}", all("404")),
    Row("POST", "/leaving-school/{token=unknown}", all("404")),
    Row("GET", "/account-recovery/{token=unknown}", all("404")),
    Row("POST", "/account-recovery/{token=unknown}", all("404")),
    Row("GET", "/farewell", all("200")),
    Row("GET", "/terms", all("200")),
    Row("GET", "/privacy", all("200")),
    Row("GET", "/legal", all("200")),
    Row("GET", "/accessibility", all("200")),
    Row("GET", "/help", all("200")),
    Row("GET", "/campaigns", all("200")),
    Row("POST", "/campaigns", all("422")),
    Row("GET", "/campaigns/{code}", all("200")),
    Row("GET", "/campaigns/{code=BBBBBB222}", all("404")),
    Row("GET", "/campaigns/{code}/pictures/{picture=0000000000001}", all("404")),
    Row("GET", "/campaigns/{code}/entry", all("303 /campaigns/{code}")),
    Row("POST", "/campaigns/{code}/entry", all("303 /campaigns/{code}")),
    Row("POST", "/campaigns/{code=BBBBBB222}/entry", all("404")),
    Row("GET", "/campaigns/{code=school}/registration", signed_in("200", "303 /campaigns/{code=school}")),
    Row("POST", "/campaigns/{code=school}/registration", signed_in("422", "303 /campaigns/{code=school}")),
    Row("GET", "/campaigns/{code}/registration", all("303 /campaigns/{code}")),
    Row("POST", "/campaigns/{code=BBBBBB222}/registration", all("404")),
    Row("GET", "/dev/outbox", all("200")),
    Row("GET", "/dev/components", all("200")),
    Row("GET", "/terms-acceptance", signed_in(SIGN_IN, "200")),
    Row("POST", "/terms-acceptance", signed_in(SIGN_IN, "303 /home")),
    Row("GET", "/account", signed_in(SIGN_IN, "200")),
    Row("GET", "/account/names", signed_in(SIGN_IN, "200")),
    Row("POST", "/account/names", signed_in(SIGN_IN, "422")),
    Row("GET", "/account/language", signed_in(SIGN_IN, "303 /account")),
    Row("POST", "/account/language", signed_in(SIGN_IN, "400")),
    Row("GET", "/account/email-confirmation", signed_in(SIGN_IN, "303 /account")),
    Row(
        "POST",
        "/account/email-confirmation",
        [
            SIGN_IN,
            CONFIRMATION,
            CONFIRMATION,
            "303 /account?done=nothing",
            CONFIRMATION,
            CONFIRMATION,
            CONFIRMATION,
        ],
    ),
    Row("GET", "/account/email", signed_in(SIGN_IN, "200")),
    Row("POST", "/account/email", signed_in(SIGN_IN, "422")),
    Row("GET", "/account/email/code", signed_in(SIGN_IN, "303 /account/email")),
    Row("POST", "/account/email/code", signed_in(SIGN_IN, "422")),
    Row("GET", "/account/password", signed_in(SIGN_IN, "200")),
    Row("POST", "/account/password", signed_in(SIGN_IN, "422")),
    Row("GET", "/account/devices", signed_in(SIGN_IN, "200")),
    Row("POST", "/account/devices", signed_in(SIGN_IN, "303 /account/devices")),
    Row("GET", "/account/data", signed_in(SIGN_IN, "200")),
    Row("POST", "/account/data", signed_in(SIGN_IN, "200")),
    Row("GET", "/account/erasure", signed_in(SIGN_IN, "200")),
    Row("POST", "/account/erasure", free("422", "303 /account/erasure")),
    Row("GET", "/account/erasure-request", signed_in(SIGN_IN, "303 /account/erasure")),
    Row("POST", "/account/erasure-request", signed_in(SIGN_IN, "303 /account/erasure")),
    Row("GET", "/privacy-notice", signed_in(SIGN_IN, "303 /privacy")),
    Row("POST", "/privacy-notice", signed_in(SIGN_IN, "303 /home")),
    Row("GET", "/home", signed_in(SIGN_IN, "200")),
    Row("GET", "/home/welcome", signed_in(SIGN_IN, "303 /home")),
    Row("POST", "/home/welcome", signed_in(SIGN_IN, "303 /home")),
    Row("GET", "/campaigns/{code=school}/identity", signed_in(SIGN_IN, "200")),
    Row("POST", "/campaigns/{code=school}/identity", signed_in(SIGN_IN, "422")),
    Row("GET", "/campaigns/{code=BBBBBB222}/identity", signed_in(SIGN_IN, "404")),
    Row("GET", "/campaigns/{code}/participations", signed_in(SIGN_IN, "303 /campaigns/{code}")),
    Row("GET", "/campaigns/{code}/result", mine("200", "303 /campaigns/{code}")),
    Row("GET", "/campaigns/{code=collection}/sending", mine("200", "303 /campaigns/{code=collection}")),
    Row(
        "POST",
        "/campaigns/{code=collection}/sending",
        mine("303 /campaigns/{code=collection}/result", "303 /campaigns/{code=collection}"),
    ),
    Row("POST", "/campaigns/{code}/participations", mine("303 /campaigns/{code}/result", BEGUN)),
    Row("POST", "/campaigns/{code=BBBBBB222}/participations", signed_in(SIGN_IN, "404")),
    Row("GET", "/courses/{code=course}", signed_in(SIGN_IN, "200")),
    Row("GET", "/courses/{code=KRSKRS999}", signed_in(SIGN_IN, "404")),
    Row("GET", "/courses/{code=course}/participations", signed_in(SIGN_IN, "303 /courses/{code=course}")),
    Row("POST", "/courses/{code=course}/participations", signed_in(SIGN_IN, "303 /courses/{code=course}")),
    Row(
        "GET",
        "/courses/{code=course}/lessons/{training=0000000000000}",
        signed_in(SIGN_IN, "303 /courses/{code=course}"),
    ),
    Row("POST", "/courses/{code=course}/lessons/{training=0000000000000}", signed_in(SIGN_IN, "404")),
    Row("GET", "/participations", signed_in(SIGN_IN, "200")),
    Row("GET", "/trainings", signed_in(SIGN_IN, "200")),
    Row("GET", "/trainings/{training=0000000000000}/rating", signed_in(SIGN_IN, "303 /trainings")),
    Row("POST", "/trainings/{training=0000000000000}/rating", signed_in(SIGN_IN, "404")),
    Row("GET", "/mistakes", signed_in(SIGN_IN, "200")),
    Row("GET", "/tutorials", signed_in(SIGN_IN, "200")),
    Row("GET", "/profile", signed_in(SIGN_IN, "200")),
    Row("GET", "/competences/{competence}", signed_in(SIGN_IN, "200")),
    Row("GET", "/competences/{competence=9.9}", signed_in(SIGN_IN, "404")),
    Row("GET", "/competences/{competence}/reset", mine("200", "303 /competences/1.2")),
    Row("GET", "/competences/{competence=9.9}/reset", signed_in(SIGN_IN, "404")),
    Row(
        "POST",
        "/competences/{competence}/reset",
        mine("303 /competences/1.2/reset", "303 /competences/1.2"),
    ),
    Row("POST", "/competences/{competence=9.9}/reset", signed_in(SIGN_IN, "404")),
    Row("GET", "/competences/{competence}/attempts", signed_in(SIGN_IN, "303 /competences/1.2")),
    Row("GET", "/competences/{competence=9.9}/attempts", signed_in(SIGN_IN, "404")),
    Row("POST", "/competences/{competence=9.9}/attempts", signed_in(SIGN_IN, "404")),
    Row("GET", "/attempts/{attempt}", owner("303 /attempts/{attempt}/questions/2")),
    Row("GET", "/attempts/{attempt=replaced}", owner("303 /attempts/{replaced}/result")),
    Row("GET", "/attempts/{attempt=nonsense}", signed_in(SIGN_IN, "404")),
    Row("GET", "/attempts/{attempt}/questions/{position=2}", owner("200")),
    Row("GET", "/attempts/{attempt}/questions/{position=1}", owner("303 /attempts/{attempt}/corrections/1")),
    Row("GET", "/attempts/{attempt}/questions/{position=3}", owner("303 /attempts/{attempt}/questions/2")),
    Row("GET", "/attempts/{attempt}/questions/{position=nonsense}", signed_in(SIGN_IN, "404")),
    Row("GET", "/attempts/{attempt}/questions/{position=1}/files/{file=0}/{name}", owner("200")),
    Row("GET", "/attempts/{attempt}/questions/{position=1}/files/{file=0}/{name=other.zip}", owner("404")),
    Row("GET", "/attempts/{attempt}/questions/{position=1}/files/{file=9}/{name}", owner("404")),
    Row("GET", "/attempts/{attempt}/questions/{position=3}/files/{file=0}/{name}", owner("404")),
    Row("GET", "/attempts/{attempt}/questions/{position=1}/pictures/{picture=0}", owner("404")),
    Row("GET", "/attempts/{attempt=replaced}/questions/{position=1}/web/{*address=begin}", owner("200")),
    Row(
        "GET",
        "/attempts/{attempt=replaced}/questions/{position=1}/web/{*address=loupiote.example/nowhere}",
        owner("404"),
    ),
    Row("GET", "/attempts/{attempt=replaced}/questions/{position=2}/web/{*address=begin}", owner("404")),
    Row("GET", "/attempts/{attempt}/questions/{position=1}/web/{*address=begin}", owner("404")),
    Row(
        "GET",
        "/attempts/{attempt}/answers/{position=2}",
        signed_in(SIGN_IN, "303 /attempts/{attempt}/questions/2"),
    ),
    Row("GET", "/attempts/{attempt=nonsense}/answers/{position=2}", signed_in(SIGN_IN, "404")),
    Row(
        "GET",
        "/attempts/{attempt}/clocks/{position=2}",
        signed_in(SIGN_IN, "303 /attempts/{attempt}/questions/2"),
    ),
    Row("GET", "/attempts/{attempt=nonsense}/clocks/{position=2}", signed_in(SIGN_IN, "404")),
    Row("POST", "/attempts/{attempt}/clocks/{position=2}", owner("303 /attempts/{attempt}/questions/2")),
    Row("POST", "/attempts/{attempt=nonsense}/clocks/{position=2}", signed_in(SIGN_IN, "404")),
    Row(
        "GET",
        "/attempts/{attempt}/departures/{position=2}",
        signed_in(SIGN_IN, "303 /attempts/{attempt}/questions/2"),
    ),
    Row("GET", "/attempts/{attempt=nonsense}/departures/{position=2}", signed_in(SIGN_IN, "404")),
    Row("POST", "/attempts/{attempt}/departures/{position=2}", owner("303 /attempts/{attempt}/questions/2")),
    Row("POST", "/attempts/{attempt=nonsense}/departures/{position=2}", signed_in(SIGN_IN, "404")),
    Row("GET", "/attempts/{attempt}/reports/{position=1}", owner("200")),
    Row("GET", "/attempts/{attempt}/reports/{position=2}", owner("200")),
    Row("GET", "/attempts/{attempt}/reports/{position=3}", owner("404")),
    Row("GET", "/attempts/{attempt=replaced}/reports/{position=1}", owner("200")),
    Row("POST", "/attempts/{attempt}/reports/{position=2}", owner("422")),
    Row("POST", "/attempts/{attempt}/reports/{position=3}", owner("404")),
    Row("GET", "/attempts/{attempt}/checkpoint", owner("200")),
    Row("GET", "/attempts/{attempt}/corrections/{position=1}", owner("200")),
    Row("GET", "/attempts/{attempt}/corrections/{position=2}", owner("404")),
    Row("GET", "/attempts/{attempt}/result", owner("303 /attempts/{attempt}/questions/2")),
    Row("GET", "/attempts/{attempt=replaced}/result", owner("303 /competences/1.2")),
    Row("GET", "/tutorials/{tutorial}", signed_in(SIGN_IN, "200")),
    Row("GET", "/tutorials/{tutorial=unknown}", signed_in(SIGN_IN, "404")),
    Row("GET", "/reports", staff("200")),
    Row("GET", "/bank", staff("200")),
    Row("GET", "/bank/{tube=1.2-a}", staff("200")),
    Row("GET", "/bank/{tube=9.9-z}", staff("404")),
    Row("GET", "/tutorials/{tutorial}/saving", signed_in(SIGN_IN, "303 /tutorials/{tutorial}")),
    Row("POST", "/tutorials/{tutorial}/saving", signed_in(SIGN_IN, "303 /tutorials/{tutorial}")),
    Row("POST", "/tutorials/{tutorial=unknown}/saving", signed_in(SIGN_IN, "404")),
    Row("GET", "/tutorials/{tutorial}/usefulness", signed_in(SIGN_IN, "303 /tutorials/{tutorial}")),
    Row("POST", "/tutorials/{tutorial}/usefulness", signed_in(SIGN_IN, "303 /tutorials/{tutorial}")),
    Row("POST", "/tutorials/{tutorial=unknown}/usefulness", signed_in(SIGN_IN, "404")),
    Row("GET", "/preview/{family}", staff("200")),
    Row("GET", "/preview/{family=unknown}", staff("404")),
    Row("POST", "/preview/{family}", staff("422")),
    Row("GET", "/preview/{family}/pictures/{picture=0}", staff("404")),
    Row("GET", "/preview/{family}/files/{file=0}/{name=preview}", staff("200")),
    Row("GET", "/preview/{family}/files/{file=0}/{name=other.zip}", staff("404")),
    Row("GET", "/preview/{family=explored}/web/{*address=begin}", staff("200")),
    Row("GET", "/preview/{family}/web/{*address=begin}", staff("404")),
    Row("POST", "/attempts/{attempt}/answers/{position=2}", owner("422")),
    Row(
        "POST",
        "/attempts/{attempt=replaced}/answers/{position=2}",
        owner("303 /attempts/{replaced}/result"),
    ),
    Row("POST", "/attempts/{attempt=nonsense}/answers/{position=2}", signed_in(SIGN_IN, "404")),
    Row(
        "POST",
        "/competences/{competence}/attempts",
        [SIGN_IN, "303 /attempts/{attempt}", BEGUN, BEGUN, BEGUN, BEGUN, BEGUN],
    ),
    Row("GET", "/sign-out", all("303 /")),
    Row("POST", "/sign-out", signed_in(SIGN_IN, "303 /")),
];
