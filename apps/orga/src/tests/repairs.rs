//! Siblings and wrong accounts: the teacher takes the account from the pupil, and the right person links theirs.

use store::campaign::Kind;
use store::membership::Role as Post;
use store::report::tries;
use store::{LearnerId, audit, learner};

use super::class::Class;
use super::site::Site;

#[tokio::test]
async fn the_sister_s_account_leaves_the_brother_s_line() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let tom = class.pupil("Tom Garrigue", "6A").await;
    class.keep(&[class.sent(tom, "1.2-a:2")]).await;
    let member = site.worker("sonia", &class.school, Post::Member).await;
    let path = format!("/orga/learners/{}/detachment", tom.learner);
    let from = format!("{path}?division=6A&amp;page=1");
    member.get("/orga/learners/passwords?division=6A").await.leads("200").holds(&from);
    let page = member.get(&from.replace("&amp;", "&")).await;
    page.leads("200")
        .holds("Détacher le compte de Tom Garrigue")
        .says("detachment-kept")
        .holds("Une participation reste")
        .holds("href=\"/orga/learners/passwords?division=6A&amp;page=1\"");
    let account = tom.account.to_string();
    let sent = format!("account={account}&division=6A&page=1");
    let done = member.post(&path, &sent).await;
    let back = "303 /orga/learners/passwords?division=6A&page=1&done=detached";
    done.leads(back);
    assert!(done.tally.statements.len() <= 5);
    member.get(&done.location).await.leads("200").says("detachment-done").holds("value=\"6A\" selected");
    let line = learner::of_account(&site.house.db, class.school.id, tom.account).await.expect("the list");
    assert_eq!(line, None);
    // The result stays with the pupil's name until it is deleted.
    let kept = tries::of_campaign(&site.house.db, class.campaign.id).await.expect("the tries");
    assert_eq!(kept.iter().map(|one| one.last_name.as_str()).collect::<Vec<_>>(), ["Garrigue"]);
    let noted = audit::of_subject(&site.house.db, &account, None, 9).await.expect("the audit");
    assert_eq!(noted.iter().map(|one| one.action.as_str()).collect::<Vec<_>>(), ["account-detached"]);
    member.get(&path).await.leads("404");
    // Posted again, it changes nothing, whoever is linked by then.
    let brother = site.pupil("brother").await.id;
    let mut tx = site.house.db.begin().await.expect("a transaction");
    assert!(learner::link(&mut tx, class.school.id, tom.learner, brother, site.now()).await.expect("linked"));
    tx.commit().await.expect("kept");
    member.post(&path, &sent).await.leads(back);
    let line = learner::of_account(&site.house.db, class.school.id, brother).await.expect("the list");
    assert_eq!(line.map(|line| line.id), Some(tom.learner));
    let noted = audit::of_subject(&site.house.db, &account, None, 9).await.expect("the audit");
    assert_eq!(noted.len(), 1, "only what was done");
}

#[tokio::test]
async fn what_is_not_of_one_s_own_list_is_not_detached() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let tom = class.pupil("Tom Garrigue", "6A").await;
    let rival = site.school("Collège Rival").await;
    let rival = site.worker("rival", &rival, Post::Admin).await;
    let path = |id: &str| format!("/orga/learners/{id}/detachment");
    let account = format!("account={}", tom.account);
    rival.get(&path(&tom.learner.to_string())).await.leads("404");
    rival
        .post(&path(&tom.learner.to_string()), &account)
        .await
        .leads("303 /orga/learners/passwords?division=&page=1&done=detached");
    let line = learner::of_account(&site.house.db, class.school.id, tom.account).await.expect("the list");
    assert!(line.is_some(), "another school changes nothing");
    let unknown = LearnerId::new(site.now(), 99).to_string();
    for id in [unknown.as_str(), "nonsense"] {
        class.teacher.get(&path(id)).await.leads("404");
    }
    class.teacher.post(&path(&tom.learner.to_string()), "account=nonsense").await.leads("400");
}

/// Whatever an address says, one comes back to the pupil's own class.
#[tokio::test]
async fn one_comes_back_to_the_class_of_the_pupil() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let tom = class.pupil("Tom Garrigue", "6e A").await;
    for (query, class_and_page) in [
        ("?division=6e+A&page=2", "division=6e+A&amp;page=2"),
        ("?division=6e+B&page=2", "division=6e+A&amp;page=1"),
        ("", "division=6e+A&amp;page=1"),
    ] {
        let page = class.teacher.get(&format!("/orga/learners/{}/detachment{query}", tom.learner)).await;
        page.leads("200").holds(&format!("/orga/learners/passwords?{class_and_page}\""));
    }
}
