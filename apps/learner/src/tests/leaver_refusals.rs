//! Who has to ask for help: pupils of a school, and accounts of which a number does not say whose they are.

use store::learner::{self, Learner};
use store::{learner_removal, membership, trial};
use web::trial::Reply;
use web::{Lang, Words};

use super::school_leavers::{
    BORN, Left, NEW, NUMBER, SWORN, TYPED, confirmation, left, link, link_of, present, say,
};
use super::schools::{enrol, pupil, school, write};
use super::site::Site;

/// Why an account that was found is not given back any more.
fn check_refused(reply: &Reply, told: &str) {
    reply.leads("409").says("recovery-conflict-title").holds(told).holds("href=\"/leaving-school\"");
    reply.lacks("Zola").lacks("l***.t***");
    assert_eq!(reply.tally.commits, 0);
}

async fn works(site: &Site, left: &Left) {
    write(site, async |tx| {
        let (school, account, now) = (left.school.id, left.account.id, site.now());
        membership::join(tx, school, account, membership::Role::Member, now).await.expect("joined");
    })
    .await;
}

#[tokio::test]
async fn a_pupil_is_sent_to_the_teacher() {
    let site = Site::open().await;
    let left = left(&site).await;
    let page = confirmation(&site).await;
    let path = link(&site).await;
    site.wait(1);
    let other = school(&site, "Lycée Zola").await;
    let back = pupil(&site, &other, ("Léa", "Garrigue"), (NUMBER, BORN));
    enrol(&site, std::slice::from_ref(&back)).await;
    let listed = Words::of(Lang::Fr).with("leaving-listed", &[("contact", "aide@pix.example".into())]);
    say(&site, TYPED).await.leads("422").holds(&listed).lacks("Zola");
    check_refused(&site.guest().get(&page).await, &listed);
    check_refused(&site.guest().post(&page, SWORN).await, &listed);
    let conflict = site.guest().post(&path, NEW).await;
    conflict.leads("409").says("recovery-conflict-title").holds("aide@pix.example");
    write(&site, async |tx| {
        assert!(learner::link(tx, other.id, back.id, left.account.id, site.now()).await.expect("linked"));
    })
    .await;
    let pupil = Words::of(Lang::Fr).say("leaving-pupil");
    say(&site, TYPED).await.leads("422").holds(pupil).lacks("Zola");
    check_refused(&site.guest().post(&page, SWORN).await, pupil);
    let conflict = site.guest().post(&path, NEW).await;
    conflict.leads("409").says("recovery-conflict-title").holds("aide@pix.example");
    assert_eq!(present(&site, &left).await, left.account, "nothing was done");
    write(&site, async |tx| {
        let (by, now) = (left.account.id, site.now());
        assert!(learner_removal::remove(tx, other.id, back.id, by, now).await.expect("removed"));
    })
    .await;
    let found = say(&site, TYPED).await;
    assert_eq!(found.status, 303, "a removed line makes no pupil");
    site.guest().get(&found.location).await.holds("Lycée Zola");
    site.guest().post(&path, NEW).await.leads("303 /home");
}

/// A teacher linked another pupil's line to the account, and it was removed.
#[tokio::test]
async fn the_line_of_another_pupil_that_was_removed_is_in_nobodys_way() {
    trial::each(async |db| {
        let site = Site::over(db);
        let left = left(&site).await;
        let other = school(&site, "Collège Jean-Moulin").await;
        let theirs = pupil(&site, &other, ("Ana", "Garrigue"), ("990000102BK", "2010-01-01"));
        let linked = Learner { account_id: Some(left.account.id), ..theirs.clone() };
        enrol(&site, std::slice::from_ref(&linked)).await;
        say(&site, TYPED).await.leads("422").says("leaving-pupil");
        write(&site, async |tx| {
            let (by, now) = (left.account.id, site.now());
            assert!(learner_removal::remove(tx, other.id, linked.id, by, now).await.expect("removed"));
        })
        .await;
        site.wait(1);
        enrol(&site, &[pupil(&site, &other, ("Ana", "Garrigue"), ("990000102BK", "2010-01-01"))]).await;
        let page = confirmation(&site).await;
        site.guest().get(&page).await.leads("200").holds("Léa").holds("Lycée Camus").lacks("Ana");
        let path = link_of(&site, &page).await;
        site.guest().post(&path, NEW).await.leads("303 /home");
    })
    .await;
}

#[tokio::test]
async fn the_account_of_whoever_works_in_an_organisation_needs_help() {
    let site = Site::open().await;
    let left = left(&site).await;
    let (page, path) = (confirmation(&site).await, link(&site).await);
    works(&site, &left).await;
    let told = Words::of(Lang::Fr).with("leaving-working", &[("contact", "aide@pix.example".into())]);
    say(&site, TYPED).await.leads("422").holds(&told).lacks("Camus");
    check_refused(&site.guest().get(&page).await, &told);
    site.guest().post(&path, NEW).await.leads("409").says("recovery-conflict-title");
    assert_eq!(present(&site, &left).await, left.account, "nothing was done");
}

#[tokio::test]
async fn an_account_with_several_numbers_needs_help() {
    let site = Site::open().await;
    let left = left(&site).await;
    let other = school(&site, "Collège Jean-Moulin").await;
    let sister = Learner {
        account_id: Some(left.account.id),
        disabled_at: Some(site.now()),
        ..pupil(&site, &other, ("Ana", "Garrigue"), ("990000102BK", "2010-01-01"))
    };
    enrol(&site, &[sister]).await;
    let refused = say(&site, (NUMBER, "Léa", "Garrigue", "12/03/2008")).await;
    refused.leads("422").holds("même numéro national").holds("aide@pix.example").lacks("Ana");
    assert_eq!(left.school.name, "Lycée Camus");
}
