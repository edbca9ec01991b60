//! Reports to print: a class, a pupil, all pupils of a class a page each.

use store::campaign::Kind;
use store::participation::Participation;

use super::class::Class;
use super::site::Site;

#[tokio::test]
async fn a_class_has_its_report() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    class.with_stages(&[(0, "Premiers pas"), (50, "À moitié")]).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6A").await);
    let (ana, max) = (class.pupil("Ana Petit", "6B").await, class.pupil("Max Noël", "6A").await);
    let reached = Participation { stage: Some(50), ..class.sent(lea, "1.2-a:3") };
    class
        .keep(&[
            reached,
            class.sent(tom, "1.2-a:1 4.1-a:1"),
            class.sent(ana, "1.2-a:3 4.1-a:2"),
            class.begun(max),
        ])
        .await;
    let all = class.teacher.get(&class.path("/report")).await;
    all.leads("200").holds("Collège Jean-Zay").holds("Garrigue Léa").holds("Petit Ana").holds("sur 4");
    assert!(all.tally.statements.len() <= 5, "{:#?}", all.tally.statements);
    let one = class.teacher.get(&class.path("/report?division=6A")).await;
    one.leads("200").holds("Sécurité des 6e · 6A").lacks("Petit Ana").holds("sur 3");
    // 60 and 40 percent: 50 in the mean; the first of two stages after the zero one.
    one.holds("60\u{202f}%")
        .holds("50\u{202f}%")
        .holds("★")
        .says("orga-positions")
        .says("report-results-how");
    one.holds("Noël Max").holds("pas encore envoyé").holds(&class.path("/report/pupils?division=6A"));
    let nobody = class.teacher.get(&class.path("/report?division=3C")).await;
    nobody.leads("200").says("orga-no-result-title");
    class.teacher.get(&class.path("/results")).await.holds(&class.path("/report")).holds("export?format=ods");
}

#[tokio::test]
async fn each_pupil_of_a_class_has_a_page_of_paper() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    class.with_badge("SAFE", "Prudent en ligne").await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6A").await);
    let (ana, max) = (class.pupil("Ana Petit", "6B").await, class.pupil("Max Noël", "6A").await);
    let old = Participation { superseded: true, ..class.sent(lea, "") };
    site.wait(1_000);
    let new = Participation { badges: Some(" SAFE ".to_owned()), ..class.sent(lea, "1.2-a:3") };
    class.keep(&[old, new, class.sent(tom, "1.2-a:1"), class.sent(ana, "1.2-a:3"), class.begun(max)]).await;
    let page = class.teacher.get(&class.path("/report/pupils?division=6A")).await;
    page.leads("200")
        .holds("Garrigue Léa")
        .holds("Zola Tom")
        .lacks("Petit Ana")
        .lacks("Noël Max")
        .holds("Prudent en ligne");
    assert_eq!(page.body.matches("<article class=\"sheet").count(), 2);
    page.holds("60\u{202f}%\u{a0}: 3 acquis validés sur 5").holds("niveau 3 sur 3").holds("20\u{202f}%");
    assert!(page.tally.statements.len() <= 5, "{:#?}", page.tally.statements);
}

#[tokio::test]
async fn one_pupil_s_report_is_on_one_page() {
    let site = Site::open().await;
    let class = Class::wide(&site).await;
    let (lea, max) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Max Noël", "6A").await);
    let (sent, begun) = (class.sent(lea, "1.2-a:3 2.1-a:1"), class.begun(max));
    class.keep(&[sent.clone(), begun.clone()]).await;
    let page = class.teacher.get(&class.path(&format!("/participants/{}/report", sent.id))).await;
    page.leads("200")
        .holds("<h1 class=\"title-s\">Garrigue Léa</h1>")
        .says("orga-result")
        .says("report-weakest");
    class.teacher.get(&class.path(&format!("/participants/{}/report", begun.id))).await.leads("404");
    class.teacher.get(&class.path("/participants/x/report")).await.leads("404");
}

#[tokio::test]
async fn a_collection_has_reports_too() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Collection).await;
    let lea = class.pupil("Léa Garrigue", "6A").await;
    let sent = class.collected(lea);
    class.keep(std::slice::from_ref(&sent)).await;
    for path in
        ["/report".to_owned(), "/report/pupils".to_owned(), format!("/participants/{}/report", sent.id)]
    {
        class
            .teacher
            .get(&class.path(&path))
            .await
            .leads("200")
            .holds("Garrigue Léa")
            .holds(">37<")
            .says("orga-certifiable-no");
    }
}
