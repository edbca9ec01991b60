//! Whoever knows the name of a pupil and tries the days of the year for their birth date is stopped, on every node and
//! under every spelling; the others of the class are not.

use store::{learner, trial};
use web::trial::Reply;

use super::campaigns_identity::say;
use super::pupil_registrations::{BORN, LEA, Room, by_username, linked, room};
use super::schools::{enrol, pupil};
use super::site::{HOUR, Site};

/// Wrong days that may be typed at once.
const TRIES: usize = 10;
const WRONG: [&str; TRIES] = [
    "01/01/2013",
    "02/01/2013",
    "03/01/2013",
    "04/01/2013",
    "05/01/2013",
    "06/01/2013",
    "07/01/2013",
    "08/01/2013",
    "09/01/2013",
    "10/01/2013",
];

fn nobody(reply: &Reply) {
    reply.leads("422").says("participation-identity-nobody").lacks("lea.garrigue").lacks("S52");
}

/// Tries as many days as may be tried, each under a spelling of its own.
async fn use_up(room: &Room, nodes: [&Site; 2]) {
    for (number, day) in WRONG.iter().enumerate() {
        let last = format!("Garrigu{}", char::from(b'a' + u8::try_from(number).expect("few")));
        let node = nodes[number % 2];
        let missed = room.post(node, ("Lea", &last, day), "").await;
        nobody(&missed);
        assert_eq!((missed.tally.statements.len(), missed.tally.commits), (5, 1), "{:#?}", missed.tally);
    }
}

#[tokio::test]
async fn the_days_of_a_year_are_not_tried_for_one_name() {
    trial::each(async |db| {
        let (one, other) = (Site::over(db.clone()), Site::over(db));
        let room = room(&one).await;
        let lou = pupil(&one, &room.school, ("Lou", "Garrigue"), ("INE2", BORN));
        enrol(&one, &[lou]).await;
        room.post(&other, LEA, "").await.leads("200");
        use_up(&room, [&one, &other]).await;
        for site in [&one, &other] {
            nobody(&room.post(site, LEA, "").await);
            nobody(&room.post(site, ("Léa", "Garriguz", "12/03/2013"), "").await);
            nobody(&room.post(site, LEA, &by_username("lea.garrigue1203")).await);
        }
        assert_eq!(room.owner(&one).await, None);
        let lou = room.post(&one, ("Lou", "Garrigue", "12/03/2013"), "").await;
        lou.leads("200").holds("lou.garrigue1203");
        for site in [&one, &other] {
            site.wait(HOUR);
        }
        room.post(&one, LEA, "").await.leads("200").holds("lea.garrigue1203");
        nobody(&room.post(&one, ("Lea", "Garrigue", WRONG[0]), "").await);
        nobody(&room.post(&other, LEA, "").await);
    })
    .await;
}

/// Neither that an account is there already, nor that several look alike, is told to whoever tries.
#[tokio::test]
async fn nothing_else_tells_that_a_day_is_right() {
    let site = Site::open().await;
    let room = room(&site).await;
    let lina = site.pupil("lina").await;
    linked(&site, (&room.school, room.line.id), lina.id).await;
    let twins = ["Lino", "Lina"].map(|first| pupil(&site, &room.school, (first, "Garrigue"), (first, BORN)));
    enrol(&site, &twins).await;
    let like_both = ("Linu", "Garrigue", "12/03/2013");
    room.post(&site, LEA, "").await.leads("422").holds("S52");
    room.post(&site, like_both, "").await.leads("422").says("participation-identity-several");
    for day in WRONG {
        nobody(&room.post(&site, ("Lea", "Garrigue", day), "").await);
        room.post(&site, ("Linu", "Garrigue", day), "").await.leads("422");
    }
    for typed in [LEA, like_both, ("Lino", "Garrigue", "12/03/2013")] {
        nobody(&room.post(&site, typed, "").await);
    }
}

/// With an account it is the same question; the days that strangers tried count.
#[tokio::test]
async fn an_account_does_not_help_to_try() {
    let site = Site::open().await;
    let room = room(&site).await;
    use_up(&room, [&site, &site]).await;
    let ana = site.learner("ana").await;
    nobody(&say(&ana, &room.campaign, LEA).await);
    assert_eq!(room.owner(&site).await, None);
    site.wait(HOUR);
    say(&ana, &room.campaign, LEA).await.leads(&format!("303 {}", room.page()));
    let line = learner::of_account(&site.house.db, room.school.id, ana.account).await.expect("a list");
    assert_eq!(line.map(|line| line.id), Some(room.line.id));
}

/// What is read and written is the same, so that nothing tells which names are on the list.
#[tokio::test]
async fn a_name_of_nobody_costs_as_much() {
    let site = Site::open().await;
    let room = room(&site).await;
    for number in 0..TRIES + 5 {
        let missed = room.post(&site, ("Personne", "D'Ici", "12/03/2013"), "").await;
        nobody(&missed);
        let cost = (missed.tally.statements.len(), missed.tally.commits);
        assert_eq!(cost, (5, 1), "{number}: {:#?}", missed.tally);
    }
    room.post(&site, LEA, "").await.leads("200");
}
