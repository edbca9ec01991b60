//! The code of a campaign on the board of a classroom.

use store::CampaignId;
use store::campaign::{self, Campaign, Kind};
use store::membership::Role as Post;

use super::class::Class;
use super::site::Site;

#[tokio::test]
async fn a_class_reads_the_code_and_where_to_type_it() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let member = site.worker("sonia", &class.school, Post::Member).await;
    for tab in ["", "/live", "/results", "/analysis", "/settings"] {
        member.get(&class.path(tab)).await.holds(&format!("href=\"{}\"", class.path("/projection")));
    }
    let page = member.get(&class.path("/projection")).await;
    page.leads("200").holds("<h1>Sécurité des 6e</h1>").holds("<span>KWD</span> <span>TRM</span>");
    page.holds("pix.example<wbr>/campaigns").says("projection-open").says("projection-type");
    // The square opens the campaign itself; the way back is there, and nothing else to press.
    page.holds("http://pix.example/campaigns/KWDTRM234");
    page.holds(&format!("href=\"{}\"", class.path("/settings"))).lacks("class=\"topbar");
    assert!(page.tally.statements.len() <= 5, "{:#?}", page.tally.statements);
}

#[tokio::test]
async fn learners_read_the_title_they_know_and_a_closed_campaign_says_so() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Collection).await;
    let id = CampaignId::new(site.now(), 91);
    let (code, title) = ("BCDFGH234".to_owned(), Some("Rentrée".to_owned()));
    let closed = Campaign { id, code, title, ..class.campaign.clone() };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    campaign::create(&mut tx, &closed).await.expect("a campaign");
    tx.commit().await.expect("kept");
    class.teacher.post(&format!("/orga/campaigns/{id}/archive"), "archived=yes").await;
    let page = class.teacher.get(&format!("/orga/campaigns/{id}/projection")).await;
    class.teacher.get(&format!("/orga/campaigns/{id}")).await.lacks("class=\"tap small\"");
    page.leads("200").holds("<h1>Rentrée</h1>").lacks("Sécurité des 6e").says("projection-archived");
}

#[tokio::test]
async fn another_organisation_s_campaign_does_not_exist() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let rival = site.school("Collège Rival").await;
    let rival = site.worker("rival", &rival, Post::Admin).await;
    for path in [class.path("/projection"), "/orga/campaigns/nonsense/projection".to_owned()] {
        rival.get(&path).await.leads("404");
    }
}
