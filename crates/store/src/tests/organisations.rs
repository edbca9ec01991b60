//! Organisations as the staff find, change and archive them.

use super::signed_in;
use crate::membership::{self, Role};
use crate::organisation::{self, Filter, Kind, Organisation};
use crate::trial::{self, NOW};
use crate::{Db, OrganisationId};

fn organisation(number: u64, kind: Kind, name: &str) -> Organisation {
    let id = OrganisationId::new(NOW + i64::try_from(number).unwrap(), number);
    Organisation {
        external_id: Some(format!("N{number}")),
        sought: format!("{} n{number}", name.to_lowercase()),
        ..Organisation::new(id, kind, name, NOW)
    }
}

async fn make(db: &Db, organisation: &Organisation) {
    let mut tx = db.begin().await.unwrap();
    organisation::create(&mut tx, organisation).await.unwrap();
    tx.commit().await.unwrap();
}

async fn check_list(db: Db) {
    let network = organisation(1, Kind::Pro, "Reseau");
    let school = Organisation { parent_id: Some(network.id), ..organisation(2, Kind::Sco, "College Zay") };
    for made in [&network, &school, &organisation(3, Kind::Sup, "Universite")] {
        make(&db, made).await;
    }
    for (filter, expected) in [
        (Filter::default(), &["College Zay", "Reseau", "Universite"][..]),
        (Filter { sought: "zay".to_owned(), ..Filter::default() }, &["College Zay"]),
        (Filter { sought: "n3".to_owned(), ..Filter::default() }, &["Universite"]),
        (Filter { kind: Some(Kind::Pro), ..Filter::default() }, &["Reseau"]),
        (Filter { archived: true, ..Filter::default() }, &[]),
    ] {
        let found = organisation::list(&db, &filter, 1, 50).await.unwrap();
        let names: Vec<&str> = found.iter().map(|found| found.name.as_str()).collect();
        assert_eq!(names, expected, "{filter:?}");
        let count = organisation::count(&db, &filter).await.unwrap();
        assert_eq!(count, i64::try_from(expected.len()).unwrap(), "{filter:?}");
    }
    let second = organisation::list(&db, &Filter::default(), 2, 2).await.unwrap();
    assert_eq!(second.iter().map(|found| found.name.as_str()).collect::<Vec<_>>(), ["Universite"]);
    let children = organisation::children(&db, network.id).await.unwrap();
    assert_eq!(children.iter().map(|child| child.id).collect::<Vec<_>>(), [school.id]);
    let whole = organisation::whole(&db, school.id).await.unwrap().unwrap();
    assert_eq!(whole.parent, Some(("Reseau".to_owned(), Some("N1".to_owned()))));
    assert_eq!(whole.organisation, school);
    let numbers = organisation::numbers(&db, "[\"N1\", \"N9\"]").await.unwrap();
    assert_eq!(numbers.iter().map(|found| found.id).collect::<Vec<_>>(), [network.id]);
}

#[tokio::test]
async fn organisations_are_found_by_name_number_and_kind() {
    trial::each(check_list).await;
}

async fn check_change(db: Db) {
    let school = organisation(1, Kind::Sco, "College");
    make(&db, &school).await;
    let changed = Organisation { name: "Lycee".to_owned(), shows_skills: true, ..school.clone() };
    let mut tx = db.begin().await.unwrap();
    assert!(organisation::change(&mut tx, &changed).await.unwrap());
    let nowhere = Organisation { id: OrganisationId::new(NOW, 99), ..school.clone() };
    assert!(!organisation::change(&mut tx, &nowhere).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(organisation::by_id(&db, school.id).await.unwrap(), Some(changed));
}

#[tokio::test]
async fn an_organisation_is_changed() {
    trial::each(check_change).await;
}

async fn check_archive(db: Db) {
    let (school, zoe) = (organisation(1, Kind::Sco, "College"), signed_in(&db, 1).await.id);
    make(&db, &school).await;
    let mut tx = db.begin().await.unwrap();
    membership::join(&mut tx, school.id, zoe, Role::Admin, NOW).await.unwrap();
    tx.commit().await.unwrap();
    for (first, members) in [(true, 0), (false, 0)] {
        let mut tx = db.begin().await.unwrap();
        assert_eq!(organisation::archive(&mut tx, school.id, zoe, NOW + 5).await.unwrap(), first);
        tx.commit().await.unwrap();
        let whole = organisation::whole(&db, school.id).await.unwrap().unwrap();
        assert_eq!((whole.members, whole.organisation.archived_at), (members, Some(NOW + 5)));
    }
    assert_eq!(organisation::numbers(&db, "[\"N1\"]").await.unwrap(), [], "an archived one lends no number");
}

#[tokio::test]
async fn an_organisation_is_archived_once() {
    trial::each(check_archive).await;
}
