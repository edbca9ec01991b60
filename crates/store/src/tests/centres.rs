//! Certification centres as the staff find, change and archive them, and the organisations paired with them.

use crate::account::Creation;
use crate::centre::{self, Centre};
use crate::organisation::{self, Filter, Kind, Organisation};
use crate::trial::{self, NOW};
use crate::{CentreId, Db, OrganisationId};

fn a_centre(number: u64, kind: Kind, name: &str) -> Centre {
    Centre {
        id: CentreId::new(NOW, number),
        kind,
        name: name.to_owned(),
        sought: format!("{} n{number}", name.to_lowercase()),
        external_id: Some(format!("N{number}")),
        protection_officer: None,
        habilitations: " ".to_owned(),
        created_at: NOW,
        archived_at: None,
    }
}

async fn make(db: &Db, centre: &Centre) -> Creation {
    let mut tx = db.begin().await.unwrap();
    let made = centre::create(&mut tx, centre).await.unwrap();
    tx.commit().await.unwrap();
    made
}

async fn check_list(db: Db) {
    for centre in [
        a_centre(1, Kind::Pro, "Greta"),
        a_centre(2, Kind::Sco, "Lycee Zay"),
        a_centre(3, Kind::Sup, "Universite"),
    ] {
        assert_eq!(make(&db, &centre).await, Creation::Created);
    }
    for (filter, expected) in [
        (Filter::default(), &["Greta", "Lycee Zay", "Universite"][..]),
        (Filter { sought: "zay".to_owned(), ..Filter::default() }, &["Lycee Zay"]),
        (Filter { sought: "n3".to_owned(), ..Filter::default() }, &["Universite"]),
        (Filter { kind: Some(Kind::Pro), ..Filter::default() }, &["Greta"]),
        (Filter { archived: true, ..Filter::default() }, &[]),
    ] {
        let found = centre::list(&db, &filter, 1, 50).await.unwrap();
        let names: Vec<&str> = found.iter().map(|found| found.name.as_str()).collect();
        assert_eq!(names, expected, "{filter:?}");
        let count = centre::count(&db, &filter).await.unwrap();
        assert_eq!(count, i64::try_from(expected.len()).unwrap(), "{filter:?}");
    }
    let second = centre::list(&db, &Filter::default(), 2, 2).await.unwrap();
    assert_eq!(second.iter().map(|found| found.name.as_str()).collect::<Vec<_>>(), ["Universite"]);
}

#[tokio::test]
async fn centres_are_found_by_name_number_and_kind() {
    trial::each(check_list).await;
}

async fn check_number(db: Db) {
    let (first, second) = (a_centre(1, Kind::Sco, "Lycee"), a_centre(2, Kind::Sco, "College"));
    assert_eq!(make(&db, &first).await, Creation::Created);
    assert_eq!(make(&db, &second).await, Creation::Created);
    let same = Centre { external_id: first.external_id.clone(), ..a_centre(3, Kind::Sup, "Autre") };
    assert_eq!(make(&db, &same).await, Creation::Taken);
    for number in [4, 5] {
        let unnumbered = Centre { external_id: None, ..a_centre(number, Kind::Pro, "Sans") };
        assert_eq!(make(&db, &unnumbered).await, Creation::Created, "several may have no number");
    }
    let mut tx = db.begin().await.unwrap();
    let named = Centre { name: "Lycee Zay".to_owned(), habilitations: " CLEA ".to_owned(), ..first.clone() };
    assert!(centre::change(&mut tx, &named).await.unwrap(), "its own number is no other's");
    let taken = Centre { external_id: second.external_id.clone(), ..first.clone() };
    assert!(!centre::change(&mut tx, &taken).await.unwrap());
    for (before, at) in [(true, NOW + 5), (false, NOW + 9)] {
        assert_eq!(centre::archive(&mut tx, second.id, at).await.unwrap(), before);
    }
    assert!(!centre::change(&mut tx, &second).await.unwrap(), "an archived one stays as it is");
    assert!(centre::change(&mut tx, &taken).await.unwrap(), "an archived one frees its number");
    tx.commit().await.unwrap();
    assert_eq!(centre::by_id(&db, first.id).await.unwrap(), Some(taken));
    let archived = Centre { archived_at: Some(NOW + 5), ..second };
    assert_eq!(centre::by_id(&db, archived.id).await.unwrap(), Some(archived));
}

#[tokio::test]
async fn no_two_centres_in_use_have_the_same_number() {
    trial::each(check_number).await;
}

async fn check_paired(db: Db) {
    let lycee = a_centre(1, Kind::Sco, "Lycee");
    make(&db, &lycee).await;
    let mut tx = db.begin().await.unwrap();
    for (number, kind, external_id, archived_at) in [
        (1, Kind::Sco, Some("N1"), None),
        (2, Kind::Pro, Some("N1"), None),
        (3, Kind::Sco, Some("N2"), None),
        (4, Kind::Sco, None, None),
        (5, Kind::Sco, Some("N1"), Some(NOW)),
    ] {
        let id = OrganisationId::new(NOW, number);
        let external_id = external_id.map(str::to_owned);
        let school = Organisation { external_id, archived_at, ..Organisation::new(id, kind, "Lycee", NOW) };
        organisation::create(&mut tx, &school).await.unwrap();
    }
    tx.commit().await.unwrap();
    let paired = centre::paired(&db, lycee.id).await.unwrap();
    assert_eq!(paired.iter().map(|one| one.id).collect::<Vec<_>>(), [OrganisationId::new(NOW, 1)]);
    let unnumbered = Centre { external_id: None, ..a_centre(2, Kind::Sco, "Sans") };
    make(&db, &unnumbered).await;
    assert_eq!(centre::paired(&db, unnumbered.id).await.unwrap(), []);
}

#[tokio::test]
async fn a_centre_is_paired_with_the_school_of_its_number() {
    trial::each(check_paired).await;
}
