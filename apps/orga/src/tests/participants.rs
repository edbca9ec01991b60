//! One person of a campaign: every try, and what it says.

use store::campaign::Kind;
use store::participation::Participation;

use super::class::Class;
use super::site::Site;

#[tokio::test]
async fn a_person_has_a_page_for_each_try() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    class.with_stages(&[(0, "Premiers pas"), (50, "À moitié")]).await;
    class.with_badge("SAFE", "Prudent en ligne").await;
    let lea = class.pupil("Léa Garrigue", "6A").await;
    let first = Participation {
        superseded: true,
        external_id: Some("Table 12".to_owned()),
        stage: Some(50),
        badges: Some(" SAFE ".to_owned()),
        ..class.sent(lea, "1.2-a:3")
    };
    site.wait(4 * web::trial::DAY);
    let second = class.begun(lea);
    class.keep(&[first.clone(), second.clone()]).await;
    let page = |one: &Participation| class.path(&format!("/participants/{}", one.id));
    let old = class.teacher.get(&page(&first)).await;
    old.leads("200").holds("<h1 class=\"title-s\">Garrigue Léa</h1>").holds("Table 12").holds("60\u{202f}%");
    old.holds("Prudent en ligne")
        .holds("À moitié")
        .holds("★")
        .holds(&page(&second))
        .holds("3 sur 3")
        .holds("0 sur 2");
    let new = class.teacher.get(&page(&second)).await;
    new.leads("200")
        .says("orga-not-sent")
        .holds("Progression\u{a0}: 0\u{202f}%")
        .holds(&page(&first))
        .lacks("Prudent en ligne");
}

#[tokio::test]
async fn a_profile_that_was_sent_is_told_competence_by_competence() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Collection).await;
    let lea = class.pupil("Léa Garrigue", "6A").await;
    let sent = class.collected(lea);
    class.keep(std::slice::from_ref(&sent)).await;
    let page = class.teacher.get(&class.path(&format!("/participants/{}", sent.id))).await;
    page.leads("200").holds("<td class=\"r\">4</td><td class=\"r\">37</td>").says("orga-certifiable-no");
}

#[tokio::test]
async fn a_try_of_another_campaign_is_not_here() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let lea = class.pupil("Léa Garrigue", "6A").await;
    let elsewhere =
        Participation { campaign_id: store::CampaignId::new(site.now() + 1, 1), ..class.begun(lea) };
    class.keep(std::slice::from_ref(&elsewhere)).await;
    for id in [elsewhere.id.to_string(), "0000000000001".to_owned(), "x".to_owned()] {
        class.teacher.get(&class.path(&format!("/participants/{id}"))).await.leads("404");
    }
}
