//! Who takes part, how far they are, and who is not counted.

use store::ParticipationId;
use store::campaign::Kind;
use store::participation::Participation;
use store::report::tries;

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

/// The names on a page, in the order of its rows.
fn in_order(page: &web::trial::Reply) -> String {
    let mut places: Vec<_> =
        ["Abel", "Élan", "Zola"].into_iter().filter_map(|name| Some((page.body.find(name)?, name))).collect();
    places.sort_unstable();
    places.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn headings_put_the_list_in_order() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let [lea, tom, ana] = three(&class).await;
    let again = Participation { superseded: true, ..class.sent(lea, "") };
    site.wait(1_000);
    class.keep(&[again, class.sent(lea, ""), class.begun(tom), class.sent(ana, "")]).await;
    for (order, expected, sorted) in [
        ("", "Abel Élan Zola", "ascending"),
        ("-name", "Zola Élan Abel", "descending"),
        ("division", "Élan Zola Abel", "ascending"),
        ("-division", "Abel Élan Zola", "descending"),
        ("status", "Zola Abel Élan", "ascending"),
        ("-tries", "Élan Abel Zola", "descending"),
        ("p.id; DROP TABLE participation", "Abel Élan Zola", "ascending"),
    ] {
        let query = form_urlencoded::byte_serialize(order.as_bytes()).collect::<String>();
        let page = class.teacher.get(&class.path(&format!("?order={query}"))).await;
        page.leads("200").holds(&format!("aria-sort=\"{sorted}\""));
        assert_eq!(in_order(&page), expected, "{order}");
        assert_eq!(page.body.matches("aria-sort").count(), 1, "{order}");
    }
    // The other way round under the same filter, from the first page; a form keeps the order.
    let page = class.teacher.get(&class.path("?division=6A&order=tries")).await;
    page.holds("?division=6A&amp;order=-tries#list").holds("<option value=\"tries\" selected>");
    assert_eq!(in_order(&page), "Zola Élan");
}

#[tokio::test]
async fn filters_wait_behind_a_line_until_something_is_filtered() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let [lea, ..] = three(&class).await;
    class.keep(&[class.sent(lea, "")]).await;
    let campaign = class.path("");
    for (path, open) in [
        (campaign.clone(), false),
        (format!("{campaign}?order=-name&page=2"), false),
        (format!("{campaign}?division=6A"), true),
        (format!("{campaign}/results"), false),
        (format!("{campaign}/results?name=lea"), true),
        ("/orga/learners".to_owned(), false),
        ("/orga/learners?order=-last".to_owned(), false),
        ("/orga/learners?certifiable=no".to_owned(), true),
        ("/orga/campaigns".to_owned(), false),
        ("/orga/campaigns?q=x".to_owned(), true),
        ("/orga/campaigns?whose=all".to_owned(), true),
    ] {
        let page = class.teacher.get(&path).await;
        page.leads("200");
        let line = if open { "<details class=\"sieve\" open>" } else { "<details class=\"sieve\">" };
        page.holds(line);
    }
}

/// Beyond the tries that a page reads, it says that there are more, and where.
#[tokio::test]
async fn a_page_says_where_it_stops() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let lea = class.pupil("Léa Élan", "6A").await;
    let most = usize::try_from(tries::MOST).expect("a number of tries");
    class.keep(&[class.sent(lea, "")]).await;
    let pages = ["", "/results", "/analysis", "/report"];
    let said = "20\u{202f}000 premiers essais";
    for path in pages {
        class.teacher.get(&class.path(path)).await.leads("200").lacks(said);
    }
    let one = Participation { superseded: true, ..class.sent(lea, "") };
    let many = |number: usize| Participation {
        id: ParticipationId::new(site.now() + 1, u64::try_from(number).expect("a number")),
        ..one.clone()
    };
    class.keep(&(1..most).map(many).collect::<Vec<_>>()).await;
    for path in pages {
        class.teacher.get(&class.path(path)).await.leads("200").holds(said);
    }
}
