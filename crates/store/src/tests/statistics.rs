//! What an organisation's statistics are made of, and what is in none of them.

use super::someone;
use crate::campaign::{self, Campaign, Kind};
use crate::learner::{self, Learner};
use crate::organisation::{self, Kind as School, Organisation};
use crate::participation::Participation;
use crate::report::trial::keep;
use crate::statistics::{self, Class, Day, Scope};
use crate::trial::{self, NOW};
use crate::{CampaignId, Db, LearnerId, OrganisationId, ParticipationId, Tx, account};

const DAY_MS: i64 = 86_400_000;
/// Midnight of the day of NOW, as statistics count days.
const TODAY: i64 = (NOW + 3_600_000) / DAY_MS * DAY_MS;

async fn school(tx: &mut Tx, number: u64) -> OrganisationId {
    let id = OrganisationId::new(NOW, number);
    organisation::create(tx, &Organisation::new(id, School::Sco, "Collège", NOW)).await.unwrap();
    id
}

async fn pupil(tx: &mut Tx, school: OrganisationId, (number, division): (u64, Option<&str>)) -> Learner {
    let person = someone(number);
    account::create(tx, &person).await.unwrap();
    let line = Learner {
        account_id: Some(person.id),
        key: format!("ine:{number}"),
        division: division.map(str::to_owned),
        ..Learner::new(school, LearnerId::new(NOW, number), ("Zoé", "Test"), NOW)
    };
    learner::add(tx, &line).await.unwrap();
    line
}

async fn campaign(tx: &mut Tx, school: OrganisationId, number: u64, kind: Kind) -> CampaignId {
    let id = CampaignId::new(NOW, number);
    let code = format!("KWDTRM{number}");
    let draft = Campaign::new(school, id, kind, someone(1).id, NOW);
    campaign::create(tx, &Campaign { code, ..draft }).await.unwrap();
    id
}

fn begun(campaign: CampaignId, number: u64, pupil: &Learner, at: i64) -> Participation {
    let id = ParticipationId::new(NOW, number);
    let account = pupil.account_id.unwrap();
    Participation {
        learner_id: Some(pupil.id),
        superseded: true,
        ..Participation::new(campaign, id, account, at)
    }
}

fn sent(begun: Participation, at: i64, snapshot: &[u8]) -> Participation {
    Participation { shared_at: Some(at), snapshot: Some(snapshot.to_vec()), ..begun }
}

/// Two people of 6A, one of 6B, one of no class; a test, a collection, a deleted test, and another school's.
async fn scene(db: &Db) -> OrganisationId {
    let mut tx = db.begin().await.unwrap();
    let (here, there) = (school(&mut tx, 1).await, school(&mut tx, 2).await);
    let mut people = Vec::new();
    for known in [(1, Some("6A")), (2, Some("6A")), (3, Some("6B")), (4, None)] {
        people.push(pupil(&mut tx, here, known).await);
    }
    let other = pupil(&mut tx, there, (5, Some("6A"))).await;
    let test = campaign(&mut tx, here, 1, Kind::Assessment).await;
    let collection = campaign(&mut tx, here, 2, Kind::Collection).await;
    let gone = campaign(&mut tx, here, 3, Kind::Assessment).await;
    let elsewhere = campaign(&mut tx, there, 4, Kind::Assessment).await;
    for one in [
        sent(begun(test, 1, &people[0], NOW - DAY_MS), NOW, b"one"),
        sent(begun(test, 2, &people[0], NOW), NOW + 5, b"two"),
        sent(begun(collection, 3, &people[1], NOW), NOW + 1, b"profile"),
        begun(test, 4, &people[2], NOW),
        Participation { deleted_at: Some(NOW), ..sent(begun(test, 5, &people[3], NOW), NOW, b"deleted") },
        sent(begun(gone, 6, &people[3], NOW), NOW, b"gone"),
        sent(begun(elsewhere, 7, &other, NOW), NOW, b"elsewhere"),
    ] {
        keep(&mut tx, &one).await.unwrap();
    }
    campaign::delete(&mut tx, here, gone, someone(1).id, NOW).await.unwrap();
    tx.commit().await.unwrap();
    here
}

async fn snapshots(db: &Db, scope: Scope<'_>) -> Vec<String> {
    let sent = statistics::sent(db, scope).await.unwrap();
    sent.into_iter().map(|one| String::from_utf8(one.snapshot).unwrap()).collect()
}

async fn check_scopes(db: Db) {
    let organisation = scene(&db).await;
    let all = Scope { organisation, from: NOW - 9 * DAY_MS, until: NOW + DAY_MS, division: "" };
    let later = Scope { from: NOW + 2, ..all };
    let class = |division: &'static str| Scope { division, ..all };
    for (scope, expected) in [
        (all, vec!["two", "one"]),
        (later, vec!["two"]),
        (Scope { until: NOW + 5, ..all }, vec!["one"]),
        (class("6A"), vec!["two", "one"]),
        (class("6B"), vec![]),
    ] {
        assert_eq!(snapshots(&db, scope).await, expected, "{scope:?}");
    }
    let day = |after, begun, sent| Day { at: TODAY + after * DAY_MS, begun, sent };
    for (scope, expected) in [
        (all, vec![day(-1, 1, 0), day(0, 3, 3)]),
        (later, vec![day(0, 0, 1)]),
        (class("6B"), vec![day(0, 1, 0)]),
        (class("6C"), vec![]),
    ] {
        assert_eq!(statistics::days(&db, scope).await.unwrap(), expected, "{scope:?}");
    }
}

#[tokio::test]
async fn a_scope_bounds_what_is_told() {
    trial::each(check_scopes).await;
}

async fn check_classes(db: Db) {
    let organisation = scene(&db).await;
    let all = Scope { organisation, from: NOW - 9 * DAY_MS, until: NOW + DAY_MS, division: "6A" };
    let class = |division: &str, learners, begun, sent| Class {
        division: division.to_owned(),
        learners,
        begun,
        sent,
    };
    for (scope, expected) in [
        (all, [class("", 1, 0, 0), class("6A", 2, 2, 2), class("6B", 1, 1, 0)]),
        (Scope { until: NOW, ..all }, [class("", 1, 0, 0), class("6A", 2, 1, 0), class("6B", 1, 0, 0)]),
        (Scope { from: NOW + 5, ..all }, [class("", 1, 0, 0), class("6A", 2, 1, 1), class("6B", 1, 0, 0)]),
    ] {
        assert_eq!(statistics::classes(&db, scope).await.unwrap(), expected, "{scope:?}");
    }
}

#[tokio::test]
async fn classes_are_those_of_the_list() {
    trial::each(check_classes).await;
}
