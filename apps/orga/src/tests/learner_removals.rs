//! Somebody who was entered by mistake leaves the list with what they did there, and can come back for a week.

use store::campaign::Kind;
use store::learner_list::sought;
use store::membership::Role as Post;
use store::report::tries;
use store::{LearnerId, audit, learner};
use web::trial::DAY;

use super::class::Class;
use super::site::Site;

const RETURNS: &str = "/orga/learners/returns";

fn removal(id: LearnerId) -> String {
    format!("/orga/learners/{id}/removal")
}

/// Who is on the list, and how many tries count.
async fn left(class: &Class<'_>) -> (Vec<LearnerId>, usize) {
    let list = sought(&class.site.house.db, class.school.id, false).await.expect("the list");
    let tries = tries::of_campaign(&class.site.house.db, class.campaign.id).await.expect("the tries");
    (list.into_iter().map(|one| one.id).collect(), tries.len())
}

async fn noted(site: &Site, id: LearnerId) -> Vec<String> {
    let lines = audit::of_subject(&site.house.db, &id.to_string(), None, 9).await.expect("the audit");
    lines.into_iter().map(|one| one.action).collect()
}

#[tokio::test]
async fn a_line_goes_with_its_results_and_comes_back_with_them() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let (lea, tom) = (class.pupil("Léa Garrigue", "6A").await, class.pupil("Tom Zola", "6A").await);
    class.keep(&[class.sent(lea, "1.2-a:3"), class.sent(tom, "1.2-a:1")]).await;
    let path = removal(tom.learner);
    class.teacher.get("/orga/learners").await.leads("200").holds(&path).holds(RETURNS);
    let page = class.teacher.get(&path).await;
    page.leads("200")
        .holds("Supprimer Zola Tom de la liste")
        .holds("Sa participation à une de vos campagnes")
        .says("learner-removal-account")
        .says("learner-removal-back");
    let done = class.teacher.post(&path, "").await;
    done.leads("303 /orga/learners/returns?done=removed");
    assert!(done.tally.statements.len() <= 5, "{:#?}", done.tally.statements);
    class.teacher.get(&done.location).await.leads("200").says("learner-removal-done").holds("Zola Tom");
    assert_eq!(left(&class).await, (vec![lea.learner], 1));
    class.teacher.get(&path).await.leads("404");
    // Their account is theirs, and belongs to nobody of the list.
    let line = learner::of_account(&site.house.db, class.school.id, tom.account).await.expect("the list");
    assert_eq!(line, None);
    // Done again, it is not noted again.
    class.teacher.post(&path, "").await.leads("303 /orga/learners/returns?done=removed");
    assert_eq!(noted(&site, tom.learner).await, ["learner-removed"]);
    let chosen = format!("learner={}", tom.learner);
    site.wait(1_000);
    let back = class.teacher.post(RETURNS, &chosen).await;
    back.leads("303 /orga/learners/returns?done=back");
    class.teacher.get(&back.location).await.says("returns-done").says("returns-none");
    assert_eq!(left(&class).await, (vec![lea.learner, tom.learner], 2));
    assert_eq!(noted(&site, tom.learner).await, ["learner-put-back", "learner-removed"]);
    let again = class.teacher.post(RETURNS, &chosen).await;
    again.leads("303 /orga/learners/returns?done=not-back");
    class.teacher.get(&again.location).await.says("returns-not-done");
}

#[tokio::test]
async fn after_a_week_nobody_comes_back() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let tom = class.pupil("Tom Zola", "6A").await;
    class.teacher.post(&removal(tom.learner), "").await.leads("303 /orga/learners/returns?done=removed");
    site.wait(7 * DAY);
    let admin = site.signed_in(class.teacher.account).await;
    admin.get(RETURNS).await.leads("200").says("returns-none").lacks("Zola");
    let late = admin.post(RETURNS, &format!("learner={}", tom.learner)).await;
    late.leads("303 /orga/learners/returns?done=not-back");
    assert_eq!(left(&class).await, (vec![], 0));
}

#[tokio::test]
async fn only_administrators_and_only_of_their_own_list() {
    let site = Site::open().await;
    let class = Class::new(&site, Kind::Assessment).await;
    let tom = class.pupil("Tom Zola", "6A").await;
    let member = site.worker("sonia", &class.school, Post::Member).await;
    member.get("/orga/learners").await.leads("200").lacks("/removal").lacks(RETURNS);
    member.get(&removal(tom.learner)).await.leads("403");
    member.post(&removal(tom.learner), "").await.leads("403");
    member.post(RETURNS, &format!("learner={}", tom.learner)).await.leads("403");
    let rival = site.school("Collège Rival").await;
    let rival = site.worker("rival", &rival, Post::Admin).await;
    rival.get(&removal(tom.learner)).await.leads("404");
    rival.post(&removal(tom.learner), "").await.leads("303 /orga/learners/returns?done=removed");
    assert_eq!(left(&class).await, (vec![tom.learner], 0), "another school changes nothing");
    class.teacher.post(&removal(tom.learner), "").await.leads("303 /orga/learners/returns?done=removed");
    rival.get(RETURNS).await.leads("200").lacks("Zola");
    let chosen = format!("learner={}", tom.learner);
    rival.post(RETURNS, &chosen).await.leads("303 /orga/learners/returns?done=not-back");
    class.teacher.post(RETURNS, "learner=nonsense").await.leads("400");
    class.teacher.get("/orga/learners/nonsense/removal").await.leads("404");
    assert_eq!(left(&class).await, (vec![], 0));
}
