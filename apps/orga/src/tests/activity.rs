//! Who takes part, how far they are, and who is not counted.

use store::campaign::Kind;
use store::participation::Participation;

use super::class::{Class, Pupil};
use super::site::Site;

/// The figure of a card, as the page shows it.
fn card(label: &str, figure: usize) -> String {
    format!("<dt>{label}</dt><dd>{figure}")
}

/// Pupils of two classes.
async fn three(class: &Class<'_>) -> [Pupil; 3] {
    [
        class.pupil("Léa Élan", "6A").await,
        class.pupil("Tom Zola", "6A").await,
        class.pupil("Ana Abel", "6B").await,
    ]
}

#[tokio::test]
async fn nobody_yet_shows_how_to_begin() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let page = class.teacher.get(&class.path("")).await;
    page.leads("200").says("orga-nobody-title").holds("KWDTRM234").holds("pix.example");
}

#[tokio::test]
async fn a_class_is_counted_by_people_and_listed_by_name() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let [lea, tom, ana] = three(&class).await;
    class
        .keep(&[
            Participation { superseded: true, ..class.sent(lea, "1.2-a:1") },
            class.begun(lea),
            Participation { completed_at: Some(site.now()), ..class.begun(tom) },
            class.sent(ana, "1.2-a:2"),
        ])
        .await;
    let page = class.teacher.get(&class.path("")).await;
    page.leads("200")
        .holds(&card("Participants", 3))
        .holds(&card("Résultats reçus", 2))
        .says("orga-status-to-send");
    let places = ["Abel Ana", "Élan Léa", "Zola Tom"].map(|name| page.body.find(name).expect("a name"));
    assert!(places.is_sorted(), "{places:?}");
}

/// Scenario 16: statistics exclude a deleted participation.
#[tokio::test]
async fn a_deleted_try_is_counted_nowhere() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6A").await);
    let deleted = Participation { deleted_at: Some(site.now()), ..class.sent(tom, "1.2-a:3 4.1-a:2") };
    class.keep(&[class.sent(lea, ""), deleted.clone()]).await;
    for (page, figure) in [("", card("Participants", 1)), ("/results", card("Résultat moyen", 0))] {
        class
            .teacher
            .get(&class.path(page))
            .await
            .leads("200")
            .holds(&figure)
            .holds("Garrigue Léa")
            .lacks("Zola");
    }
    for page in ["/analysis", "/export"] {
        class.teacher.get(&class.path(page)).await.leads("200").holds("Garrigue").lacks("Zola");
    }
    let page = format!("/participants/{}", deleted.id);
    class.teacher.get(&class.path(&page)).await.leads("404");
}

#[tokio::test]
async fn filters_find_people_and_stay_in_the_address() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let [lea, tom, ana] = three(&class).await;
    class.keep(&[class.sent(lea, ""), class.begun(tom), class.sent(ana, "")]).await;
    for (query, expected) in [
        ("", "Abel Élan Zola"),
        ("?division=6A", "Élan Zola"),
        ("?status=sent", "Abel Élan"),
        ("?division=6A&status=started", "Zola"),
        ("?name=elan", "Élan"),
        ("?name=tom+zolla", "Zola"),
        ("?name=nobody", ""),
        ("?division=6C", ""),
        ("?page=9", "Abel Élan Zola"),
        ("?page=x&status=lost", "Abel Élan Zola"),
    ] {
        let page = class.teacher.get(&class.path(query)).await;
        page.leads("200");
        let shown: Vec<_> =
            ["Abel", "Élan", "Zola"].into_iter().filter(|name| page.body.contains(*name)).collect();
        assert_eq!(shown.join(" "), expected, "{query}");
    }
}

#[tokio::test]
async fn fifty_people_fill_a_page() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    for number in 0..51 {
        let pupil = class.pupil(&format!("Zoé Pupil{number:02}"), "6A").await;
        class.keep(&[class.begun(pupil)]).await;
    }
    let first = class.teacher.get(&class.path("?division=6A")).await;
    first.holds("Pupil00").holds("Pupil49").lacks("Pupil50").holds("?division=6A&amp;page=2");
    class.teacher.get(&class.path("?page=2")).await.holds("Pupil50").lacks("Pupil49");
}
