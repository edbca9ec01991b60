//! The class at this moment: who is where on the page, and what the stream says and when it ends.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{Request, header};
use axum::response::Response;
use http_body_util::BodyExt;
use store::answer::{self, Answer};
use store::campaign::{self, Kind};
use store::participation::Participation;
use store::trial::{self, Trial};
use store::{AttemptId, TokenHash, membership, session};
use tokio::sync::watch;
use tower::ServiceExt;
use web::closing::Closing;
use web::house::House;
use web::visit::session_token;

use super::class::{Class, Pupil};
use super::site::Site;
use crate::live_streams::Limits;

const MINUTE: i64 = 60_000;
/// A stream that does not end when it must fails the test.
const PATIENCE: Duration = Duration::from_secs(20);

/// The routes of the live view, looking often; two streams of one person, three in all.
fn hasty() -> Router<House> {
    crate::live(Limits { every: Duration::from_millis(5), each: 2, all: 3 })
}

/// A try under way with so many answers, the last of them some minutes ago.
async fn working(class: &Class<'_>, pupil: Pupil, (answers, ago): (i64, i64)) -> Participation {
    let attempt = AttemptId::new(class.site.now(), u64::try_from(pupil.account.number()).unwrap());
    let started_at = class.site.now() - 30 * MINUTE;
    let mut tx = class.site.house.db.begin().await.expect("a transaction");
    for position in 1..=answers {
        let given = Answer {
            account_id: pupil.account,
            attempt_id: attempt,
            position,
            family: 1,
            lang: "fr".to_owned(),
            status: 1,
            mistake: None,
            value: "a secret answer".to_owned(),
            seconds: 10,
            page_left: false,
            answered_at: class.site.now() - ago * MINUTE - (answers - position),
        };
        answer::append(&mut tx, &given).await.expect("an answer");
    }
    tx.commit().await.expect("kept");
    Participation { attempt_id: Some(attempt), started_at, ..class.begun(pupil) }
}

/// Somebody in each state, and somebody of another class.
async fn everybody(class: &Class<'_>) {
    let [ana, ben, cléo, dora, éva, fil, gil] = [
        class.pupil("Ana Abel", "6A").await,
        class.pupil("Ben Bret", "6A").await,
        class.pupil("Cléo Cros", "6A").await,
        class.pupil("Dora Dal", "6A").await,
        class.pupil("Éva Eck", "6B").await,
        class.pupil("Fil Faye", "6A").await,
        class.pupil("Gil Gay", "6A").await,
    ];
    // Nobody of 6C began; a deleted try does not begin again.
    class.pupil("Hal Huc", "6C").await;
    let deleted = Participation { deleted_at: Some(1), ..class.begun(gil) };
    let done = Participation { completed_at: Some(class.site.now()), ..class.begun(cléo) };
    let older = Participation { superseded: true, ..class.sent(dora, "1.2-a:1") };
    let tries = [
        working(class, ana, (6, 2)).await,
        working(class, ben, (3, 7)).await,
        done,
        older,
        class.sent(dora, "1.2-a:2"),
        working(class, éva, (1, 90)).await,
        deleted,
    ];
    class.keep(&tries).await;
    let _not_begun = fil;
}

/// The seats that a page shows: state, name and what is said beside.
fn seats(page: &str) -> Vec<String> {
    let text = |html: &str| {
        let words = html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
        words.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let pieces = page.split("<li class=\"seat seat--").skip(1);
    pieces
        .map(|piece| {
            let (state, rest) = piece.split_once('"').expect("a state");
            let (seat, _) = rest.split_once("</li>").expect("an end");
            format!("{state}: {}", text(&format!("<i{seat}")))
        })
        .collect()
}

#[tokio::test]
async fn everybody_has_a_seat_that_says_where_they_are() {
    trial::each(async |db| {
        let site = Site::over(db);
        let class = Class::new(&site, Kind::Assessment).await;
        everybody(&class).await;
        let all = [
            "working: Question 7 Ana Abel 6A il y a 2 min",
            "still: Question 4 Ben Bret 6A 7 min sans réponse",
            "done: Terminé Cléo Cros 6A",
            "sent: Envoyé Dora Dal 6A",
            "away: En pause Éva Eck 6B à la question 2",
            "not-begun: Pas commencé Fil Faye 6A",
        ];
        for (query, expected) in [
            ("", all.to_vec()),
            ("?division=6A", vec![all[0], all[1], all[2], all[3], all[5]]),
            ("?division=6C", vec!["not-begun: Pas commencé Hal Huc 6C"]),
            ("?state=still", vec![all[1]]),
            ("?division=6B&state=still", vec![]),
            ("?division=6Z", vec![]),
            ("?state=lost", all.to_vec()),
        ] {
            let page = class.teacher.get(&class.path(&format!("/live{query}"))).await;
            page.leads("200").lacks("a secret answer");
            let seen: Vec<_> =
                seats(&page.body).iter().map(|seat| seat.replace(['\u{a0}', '\u{202f}'], " ")).collect();
            assert_eq!(seen, expected, "{query}");
        }
        let page = class.teacher.get(&class.path("/live?division=6A")).await;
        page.holds("/live/stream?division=6A\"").holds("data-say=\"Une personne à aller voir.\"");
        assert!(page.tally.statements.len() <= 5, "{:#?}", page.tally.statements);
    })
    .await;
}

#[tokio::test]
async fn a_collection_has_no_questions_and_an_empty_room_tells_how_to_begin() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Collection).await;
    class.teacher.get(&class.path("/live")).await.leads("200").says("orga-nobody-title").holds("KWDTRM234");
    let pupil = class.pupil("Ana Abel", "").await;
    class.keep(&[class.begun(pupil)]).await;
    let page = class.teacher.get(&class.path("/live")).await;
    assert_eq!(seats(&page.body), ["working: A commencé Ana Abel à l’instant"]);
}

/// A site with the hasty streams, kept with its database.
async fn watched() -> (Trial, Site) {
    let trial = Trial::sqlite().await;
    let site = Site::routed(hasty, trial.db.clone());
    (trial, site)
}

/// Opens the stream of a class, behind a door or none.
async fn open(class: &Class<'_>, door: Option<Closing>) -> Response {
    let request = Request::get(class.path("/live/stream?division=6A"))
        .header(header::COOKIE, &class.teacher.cookie)
        .header(header::ACCEPT, "text/event-stream");
    let mut request = request.body(Body::empty()).expect("a request");
    if let Some(door) = door {
        request.extensions_mut().insert(door);
    }
    class.site.router().oneshot(request).await.expect("a router always replies")
}

/// The next piece of a stream; nothing at its end.
async fn next(stream: &mut Body) -> Option<String> {
    let frame = tokio::time::timeout(PATIENCE, stream.frame()).await.expect("a piece in time")?;
    let data: Bytes = frame.expect("a whole piece").into_data().expect("data");
    Some(String::from_utf8(data.to_vec()).expect("text"))
}

/// The next message of a stream.
async fn message(stream: &mut Body) -> String {
    loop {
        let piece = next(stream).await.expect("a message");
        if piece != ":\n\n" {
            return piece;
        }
    }
}

#[tokio::test]
async fn the_stream_sends_the_room_and_sends_it_again_when_it_changed() {
    let (_trial, site) = watched().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let pupil = class.pupil("Ana Abel", "6A").await;
    let response = open(&class, None).await;
    assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
    assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
    let mut stream = response.into_body();
    let first = message(&mut stream).await;
    assert!(first.starts_with("data: <section id=\"room\"") && first.ends_with("</section>\n\n"), "{first}");
    assert_eq!(seats(&first), ["not-begun: Pas commencé Ana Abel 6A"]);
    assert_eq!(next(&mut stream).await.as_deref(), Some(":\n\n"), "nothing changed");
    let begun = working(&class, pupil, (0, 0)).await;
    site.wait(-29 * MINUTE);
    class.keep(&[begun]).await;
    assert_eq!(seats(&message(&mut stream).await), ["working: Question 1 Ana Abel 6A il y a 1 min"]);
    site.wait(9 * MINUTE);
    let last = message(&mut stream).await;
    assert!(last.contains("Une personne à aller voir."), "{last}");
}

#[tokio::test]
async fn the_stream_ends_with_what_allows_it() {
    for how in ["session", "membership", "campaign", "stop"] {
        let (_trial, site) = watched().await;
        let class = Class::new(&site, Kind::Assessment).await;
        let (door, closing) = watch::channel(());
        let mut stream = open(&class, Some(Closing::with(closing))).await.into_body();
        message(&mut stream).await;
        end(&class, how).await;
        if how == "stop" {
            drop(door);
        }
        while next(&mut stream).await.is_some() {}
        // Whoever may not see it any more does not get it again.
        let again = open(&class, None).await.status().as_u16();
        let expected = match how {
            "session" => 303,
            "stop" => 200,
            _ => 404,
        };
        assert_eq!(again, expected, "{how}");
    }
}

async fn end(class: &Class<'_>, how: &str) {
    let (school, teacher, now) = (class.school.id, class.teacher.account, class.site.now());
    let mut tx = class.site.house.db.begin().await.expect("a transaction");
    match how {
        "session" => session::close(&mut tx, token(class)).await.expect("closed"),
        "membership" => membership::leave(&mut tx, school, teacher, now).await.expect("left"),
        "campaign" => {
            campaign::delete(&mut tx, school, class.campaign.id, teacher, now).await.expect("deleted");
        }
        _ => {}
    }
    tx.commit().await.expect("kept");
}

fn token(class: &Class<'_>) -> TokenHash {
    let headers = [(header::COOKIE, class.teacher.cookie.parse().expect("a header"))].into_iter().collect();
    TokenHash::of(&session_token(&headers, &class.site.house.site).expect("a token"))
}

#[tokio::test]
async fn somebody_holds_two_streams_and_a_left_one_makes_room() {
    let (_trial, site) = watched().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let (one, two) = (open(&class, None).await, open(&class, None).await);
    assert_eq!((one.status().as_u16(), two.status().as_u16()), (200, 200));
    assert_eq!(open(&class, None).await.status().as_u16(), 429);
    drop(one);
    let freed = async {
        while open(&class, None).await.status().as_u16() != 200 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, freed).await.expect("the place is free again");
    drop(two);
}
