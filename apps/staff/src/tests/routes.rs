//! Every route of [`super::route_table`], asked by everybody.

use std::collections::BTreeMap;

use store::membership::Role as Post;
use store::trial::{self, Trial};
use web::trial::routes::{Table, Visit};

use super::route_table::{TABLE, WHO};
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
    table().covers(include_str!("../lib.rs"), 20);
}

fn table() -> Table<{ WHO.len() }> {
    Table { who: WHO, rows: TABLE }
}

/// Asks every route as everybody.
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
    let made = site.profile("1.2-a:3 4.1-b:2").await;
    let places = BTreeMap::from([
        ("school", school.id.to_string()),
        ("lycee", site.centre("Lycée Jean-Zay", "0999901Z").await.to_string()),
        ("made", made.to_string()),
        ("safe", site.badge(made, "60").await.to_string()),
        ("course", site.training("Trier ses fichiers").await.to_string()),
    ]);
    table().visits(site, &accounts, &places).await
}
