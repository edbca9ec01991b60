//! Where a class stands, its board, and who could work together.

use store::campaign::Kind;
use store::participation::Participation;

use super::class::Class;
use super::site::Site;

#[tokio::test]
async fn a_class_sees_where_it_stands() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    class.teacher.get(&class.path("/analysis")).await.leads("200").says("orga-analysis-none");
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6B").await);
    class.keep(&[class.sent(lea, "1.2-a:3 4.1-a:2"), class.sent(tom, "1.2-a:2")]).await;
    let page = class.teacher.get(&class.path("/analysis")).await;
    // 3 and 2 out of 3, 2 and 0 out of 2, together (3 + 2 + 2 + 0) / 4 out of 2,5.
    page.leads("200").holds("2,5 sur 3").holds("1 sur 2");
    // The figure first, the word after.
    page.holds("<dd>1,8 <small>sur 2,5 · Novice");
    page.holds("<div class=\"cell m4\">100")
        .holds("<div class=\"cell m1\">0")
        .holds("<div class=\"cell m3\">67");
    let one = class.teacher.get(&class.path("/analysis?division=6B")).await;
    one.holds("Zola Tom").lacks("Garrigue").holds("2 sur 3").holds("0 sur 2");
    class.teacher.get(&class.path("/analysis?division=6C")).await.leads("200").says("orga-none-kept");
}

/// The newest of what somebody sent counts.
#[tokio::test]
async fn somebody_who_sent_twice_counts_once() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let lea = class.pupil("Léa Garrigue", "6A").await;
    let first = Participation { superseded: true, ..class.sent(lea, "") };
    site.wait(1_000);
    class.keep(&[first, class.sent(lea, "1.2-a:3 4.1-a:2")]).await;
    let page = class.teacher.get(&class.path("/analysis")).await;
    page.holds("<dt>Résultats reçus</dt><dd>1").holds("3 sur 3").lacks("cell m1");
}

#[tokio::test]
async fn pupils_who_lack_the_same_get_a_campaign_in_one_click() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    for (name, levels) in [
        ("Léa Garrigue", "1.2-a:3 4.1-a:2"),
        ("Tom Zola", "1.2-a:3"),
        ("Ana Abel", "1.2-a:3"),
        ("Luc Moreau", "1.2-a:1 4.1-a:2"),
    ] {
        let pupil = class.pupil(name, "6A").await;
        class.keep(&[class.sent(pupil, levels)]).await;
    }
    let page = class.teacher.get(&class.path("/analysis")).await;
    page.holds("/orga/campaigns/new?tubes=4.1-a%3A2").lacks("tubes=1.2-a");
    page.says("orga-groups-alone").says("orga-groups-ready");
    let form = class.teacher.get("/orga/campaigns/new?tubes=4.1-a%3A2&name=Groupe+1%2C+Rentr%C3%A9e").await;
    form.holds(r#"value="picked" checked"#).lacks(r#"value="profile" checked"#).holds("Groupe 1, Rentrée");
    form.holds(r#"name="tube" value="4.1-a" checked"#).lacks(r#"name="tube" value="1.2-a" checked"#);
    let strange = class.teacher.get("/orga/campaigns/new?tubes=9.9-z%3A2").await;
    strange.leads("200").lacks(r#"value="picked" checked"#);
}

/// Whoever has no class to choose is told how many people groups are for.
#[tokio::test]
async fn a_crowd_is_not_divided() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let mut sent = Vec::new();
    for number in 0..61 {
        let pupil = class.pupil(&format!("Léa Garrigue {number}"), "6A").await;
        sent.push(class.sent(pupil, if number % 2 == 0 { "1.2-a:3" } else { "4.1-a:2" }));
    }
    class.keep(&sent).await;
    let page = class.teacher.get(&class.path("/analysis")).await;
    page.leads("200").lacks("/orga/campaigns/new?tubes=").holds("60 personnes");
    let tom = class.pupil("Tom Zola", "6B").await;
    class.keep(&[class.sent(tom, "1.2-a:3")]).await;
    class.teacher.get(&class.path("/analysis")).await.says("orga-groups-choose");
    let large = class.teacher.get(&class.path("/analysis?division=6A")).await;
    large.lacks("/orga/campaigns/new?tubes=").holds("60 personnes");
}

#[tokio::test]
async fn a_wide_campaign_shows_competences_first() {
    let site = Site::open().await;
    let class = Class::wide(&site).await;
    let lea = class.pupil("Léa Garrigue", "6A").await;
    class.keep(&[class.sent(lea, "1.2-a:3")]).await;
    let page = class.teacher.get(&class.path("/analysis?division=6A")).await;
    page.leads("200").says("orga-board-open").holds("?division=6A&amp;competence=1.2#board");
    let one = class.teacher.get(&class.path("/analysis?division=6A&competence=1.2")).await;
    one.says("orga-board-close").lacks("competence=1.2#board");
    class.teacher.get(&class.path("/analysis?competence=9.9")).await.leads("200").says("orga-board-open");
}
