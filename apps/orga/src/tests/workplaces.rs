//! Choosing the organisation whose pages are seen.

use store::membership::Role as Post;

use super::site::Site;

#[tokio::test]
async fn a_teacher_of_two_schools_goes_from_one_to_the_other() {
    let site = Site::open().await;
    let (first, second) = (site.school("Collège Un").await, site.school("Lycée Deux").await);
    let teacher = site.worker("farid", &first, Post::Admin).await;
    site.wait(1_000);
    site.join(teacher.account, &second, Post::Member).await;
    let page = teacher.get("/orga/workplaces").await;
    page.leads("200").says("orga-role-admin").says("orga-role-member").holds("Collège Un</a>");
    let choice = format!("organisation={}", second.id);
    teacher.post("/orga/workplaces", &choice).await.leads("303 /orga");
    teacher.get("/orga/workplaces").await.holds("Lycée Deux</a>");
}

#[tokio::test]
async fn a_school_of_others_cannot_be_chosen() {
    let site = Site::open().await;
    let (mine, other) = (site.school("Collège Un").await, site.school("Lycée Deux").await);
    let teacher = site.worker("farid", &mine, Post::Admin).await;
    for choice in [format!("organisation={}", other.id), "organisation=x".to_owned(), String::new()] {
        teacher.post("/orga/workplaces", &choice).await.leads("404");
    }
    teacher.get("/orga/workplaces").await.holds("Collège Un</a>");
}
