//! Every route of [`super::route_table`], asked by everybody.

use std::collections::BTreeMap;

use store::AccountId;
use store::membership::Role as Post;
use store::trial::{self, Trial};
use web::trial::Visitor;
use web::trial::routes::{Visit, route, routes_of};

use super::route_table::{Row, TABLE, WHO};
use super::site::Site;

#[tokio::test]
async fn every_route_admits_whom_it_says() {
    let trial = Trial::sqlite().await;
    let visits = visits(&Site::over(trial.db.clone())).await;
    assert_eq!(visits.len(), TABLE.len() * WHO.len());
    for visit in &visits {
        visit.is_as_expected();
        visit.writes_nothing_by_reading();
    }
}

#[tokio::test]
async fn no_route_asks_more_than_five_statements() {
    trial::each(async |db| {
        let most = visits(&Site::over(db)).await.iter().map(Visit::is_cheap).max();
        assert!(most > Some(0), "the statements are counted");
    })
    .await;
}

#[test]
fn every_route_is_in_the_table_and_can_be_opened() {
    let known: Vec<(String, &str)> =
        TABLE.iter().map(|Row(method, path, _)| (route(path), *method)).collect();
    let routes = routes_of(include_str!("../lib.rs"));
    assert!(!routes.is_empty());
    for (path, methods) in routes {
        assert!(methods.contains(&"GET"), "{path} cannot be opened");
        for method in methods {
            assert!(known.contains(&(path.clone(), method)), "{method} {path} has no row");
        }
    }
}

/// Asks every route as everybody, each with a session of their own.
async fn visits(site: &Site) -> Vec<Visit> {
    let school = site.school("Collège Jean-Zay").await;
    let rival = site.school("Collège Rival").await;
    let pupil = site.pupil("pupil").await.id;
    site.accept_terms(pupil).await;
    let accounts = [
        site.learner("learner").await.account,
        pupil,
        site.worker("rival", &rival, Post::Admin).await.account,
        site.worker("member", &school, Post::Member).await.account,
        site.worker("admin", &school, Post::Admin).await.account,
        site.staff("staff").await.account,
    ];
    let places = BTreeMap::from([
        ("school", school.id.to_string()),
        ("made", site.profile("1.2-a:3 4.1-b:2").await.to_string()),
        ("course", site.training("Trier ses fichiers").await.to_string()),
    ]);
    let mut visits = Vec::new();
    for Row(method, pattern, outcomes) in TABLE {
        for (place, (who, outcome)) in WHO.iter().zip(outcomes).enumerate() {
            let visitor = session(site, place.checked_sub(1).map(|place| accounts[place])).await;
            visits.push(Visit::make(&visitor, (*method, *pattern), (*who, *outcome), &places).await);
        }
    }
    visits
}

async fn session(site: &Site, account: Option<AccountId>) -> Visitor<'_> {
    match account {
        Some(account) => site.signed_in(account).await,
        None => site.guest(),
    }
}
