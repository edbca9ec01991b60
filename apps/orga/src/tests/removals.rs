//! What is deleted: a participation (scenario 16), several campaigns at once.

use maud::Render;
use store::campaign::{self, Campaign, Kind};
use store::membership::Role as Post;
use store::participation::Participation;
use store::report::tries;
use store::{CampaignId, ParticipationId, audit};
use web::components::icon::Icon;

use super::class::Class;
use super::site::Site;

#[tokio::test]
async fn scenario_16_a_deleted_participation_counts_no_more() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6A").await);
    let first = Participation { superseded: true, ..class.sent(lea, "1.2-a:1") };
    site.wait(1_000);
    let second = class.sent(lea, "1.2-a:3");
    class.keep(&[first, second.clone(), class.sent(tom, "1.2-a:1")]).await;
    let path = class.path(&format!("/participants/{}/removal", second.id));
    class.teacher.get(&class.path(&format!("/participants/{}", second.id))).await.leads("200").holds(&path);
    let page = class.teacher.get(&path).await;
    page.leads("200").holds("Supprimer la participation de Garrigue Léa").holds("Les 2 essais");
    let done = class.teacher.post(&path, "").await;
    done.leads(&format!("303 {}", class.path("?done=participant-deleted")));
    class.teacher.get(&done.location).await.leads("200").says("participant-removal-done").lacks("Garrigue");
    let left = tries::of_campaign(&site.house.db, class.campaign.id).await.expect("the tries");
    assert_eq!(
        left.iter().map(|one| one.last_name.as_str()).collect::<Vec<_>>(),
        ["Zola"],
        "both tries are gone"
    );
    let noted = || async {
        audit::of_subject(&site.house.db, &second.id.to_string(), None, 9).await.expect("the audit")
    };
    assert_eq!(
        noted().await.iter().map(|one| one.action.as_str()).collect::<Vec<_>>(),
        ["participation-deleted"]
    );
    class.teacher.post(&path, "").await.leads(&format!("303 {}", class.path("?done=participant-deleted")));
    assert_eq!(noted().await.len(), 1, "once");
    class.teacher.get(&path).await.leads("404");
}

#[tokio::test]
async fn only_the_owner_and_administrators_delete_a_participation() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let sent = class.sent(class.pupil("Léa Garrigue", "6A").await, "1.2-a:1");
    class.keep(std::slice::from_ref(&sent)).await;
    let member = site.worker("sonia", &class.school, Post::Member).await;
    let path = class.path(&format!("/participants/{}/removal", sent.id));
    member.get(&path).await.leads("403");
    member.post(&path, "").await.leads("403");
    member.get(&class.path(&format!("/participants/{}", sent.id))).await.leads("200").lacks("/removal");
    let unknown = class.path(&format!("/participants/{}/removal", ParticipationId::new(site.now(), 9)));
    class.teacher.get(&unknown).await.leads("404");
}

async fn campaign(site: &Site, like: &Campaign, number: u64, owner: store::AccountId) -> CampaignId {
    let id = CampaignId::new(site.now() + 5, number);
    let (code, name) = (format!("BCDFGH23{number}"), format!("Campagne {number}"));
    let one = Campaign { id, code, name: name.clone(), sought: name, owner_id: owner, ..like.clone() };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    campaign::create(&mut tx, &one).await.expect("a campaign");
    tx.commit().await.expect("kept");
    id
}

#[tokio::test]
async fn several_campaigns_are_deleted_at_once_but_a_colleague_s() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let member = site.worker("sonia", &class.school, Post::Member).await;
    let own = [
        campaign(&site, &class.campaign, 1, member.account).await,
        campaign(&site, &class.campaign, 2, member.account).await,
    ];
    let ticked = format!("campaign={}&campaign={}&campaign={}&campaign=x", own[0], own[1], class.campaign.id);
    member.get("/orga/campaigns?whose=all").await.leads("200").holds("action=\"/orga/campaigns/removal\"");
    let page = member.get(&format!("/orga/campaigns/removal?{ticked}")).await;
    page.leads("200")
        .holds("Supprimer ces 2 campagnes")
        .says("campaign-removal-others")
        .holds("Sécurité des 6e");
    let done = member.post("/orga/campaigns/removal", &ticked).await;
    done.leads("303 /orga/campaigns?done=several-deleted");
    assert!(done.tally.statements.len() <= 5, "{:#?}", done.tally.statements);
    member.get(&done.location).await.says("campaign-done-several-deleted");
    let left = |id| campaign::by_id(&site.house.db, class.school.id, id);
    for id in own {
        assert!(left(id).await.expect("the campaigns").is_none());
    }
    assert!(left(class.campaign.id).await.expect("the campaigns").is_some(), "a colleague's stays");
    member.post("/orga/campaigns/removal", &ticked).await.leads("403");
    member.get("/orga/campaigns/removal").await.leads("303 /orga/campaigns?done=none-chosen");
    // What did not happen does not wear the mark of what did.
    for (done, icon) in [("none-chosen", Icon::Warning), ("deleted", Icon::Check)] {
        let page = member.get(&format!("/orga/campaigns?done={done}")).await;
        page.leads("200").holds(&format!("<p class=\"toast\">{}", icon.render().0));
    }
}

#[tokio::test]
async fn another_school_s_campaigns_are_not_there() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let rival = site.school("Collège Rival").await;
    let rival = site.worker("rival", &rival, Post::Admin).await;
    let ticked = format!("campaign={}", class.campaign.id);
    rival.get(&format!("/orga/campaigns/removal?{ticked}")).await.leads("404");
    rival.post("/orga/campaigns/removal", &ticked).await.leads("303 /orga/campaigns");
    let left =
        campaign::by_id(&site.house.db, class.school.id, class.campaign.id).await.expect("the campaigns");
    assert!(left.is_some());
}
