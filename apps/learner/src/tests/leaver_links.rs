//! The links that lead from an account found after school to its new address: each serves once, the last address counts,
//! and no answer tells whether an address has an account.

use store::trial;
use web::trial::Reply;

use super::school_leavers::{
    NEW, SWORN, check_dead, check_sent, check_used, confirmation, left, link, mailed, present,
};
use super::site::{DAY, HOUR, Site};

const OTHER: &str = "sworn=on&email=other%40new.example";
/// The address of somebody who has an account.
const TAKEN: &str = "sworn=on&email=ada%40pix.example";

fn check_soon(reply: &Reply, commits: usize) {
    reply.leads("422").says("leaving-email-soon").holds("data-summary");
    assert_eq!(reply.tally.commits, commits);
}

#[tokio::test]
async fn a_page_serves_once_and_sent_again_says_the_same() {
    trial::each(async |db| {
        let site = Site::over(db);
        let left = left(&site).await;
        let page = confirmation(&site).await;
        check_sent(&site.guest().post(&page, SWORN).await, "lea@new.example");
        let (_, path) = mailed(&site).await;
        check_dead(&site.guest().get(&page).await);
        let again = site.guest().post(&page, SWORN).await;
        check_sent(&again, "lea@new.example");
        assert_eq!(again.tally.commits, 0);
        for _ in 0..2 {
            check_dead(&site.guest().post(&page, OTHER).await);
            check_dead(&site.guest().post(&page, "sworn=on&email=lea").await);
            site.wait(2 * HOUR);
        }
        assert_eq!(site.mails().await.len(), 0, "whoever comes next on this computer gets nothing");
        site.guest().get(&path).await.leads("200").holds("lea@new.example");
        site.wait(DAY);
        check_dead(&site.guest().post(&page, SWORN).await);
        check_dead(&site.guest().post(&path, NEW).await);
        assert_eq!(present(&site, &left).await, left.account);
    })
    .await;
}

#[tokio::test]
async fn the_page_is_open_for_an_hour() {
    let site = Site::open().await;
    left(&site).await;
    let page = confirmation(&site).await;
    site.wait(HOUR - 1);
    site.guest().get(&page).await.leads("200");
    site.wait(1);
    check_dead(&site.guest().get(&page).await);
    check_dead(&site.guest().post(&page, SWORN).await);
    assert_eq!(site.mails().await.len(), 0);
}

#[tokio::test]
async fn a_wrong_address_is_corrected_after_a_minute_and_its_link_ends_at_once() {
    trial::each(async |db| {
        let site = Site::over(db);
        left(&site).await;
        let first = link(&site).await;
        let page = confirmation(&site).await;
        check_soon(&site.guest().post(&page, OTHER).await, 1);
        check_dead(&site.guest().get(&first).await);
        check_dead(&site.guest().post(&first, NEW).await);
        check_soon(&site.guest().post(&page, OTHER).await, 1);
        check_soon(&site.guest().post(&page, SWORN).await, 1);
        assert_eq!(site.mails().await.len(), 0, "a mailbox is not flooded");
        site.wait(60_000);
        check_sent(&site.guest().post(&page, OTHER).await, "other@new.example");
        let (to, path) = mailed(&site).await;
        assert_eq!(to, "other@new.example");
        site.guest().post(&path, NEW).await.leads("303 /home");
    })
    .await;
}

#[tokio::test]
async fn the_same_address_twice_gets_one_mail() {
    let site = Site::open().await;
    left(&site).await;
    let path = link(&site).await;
    let page = confirmation(&site).await;
    check_sent(&site.guest().post(&page, SWORN).await, "lea@new.example");
    assert_eq!(site.mails().await.len(), 0, "the link of a moment ago is good");
    check_dead(&site.guest().get(&page).await);
    site.guest().post(&path, NEW).await.leads("303 /home");
}

/// The owner learns of it by a mail, and nobody else does: the pages of a free address and of a taken one are the same,
/// first and within the minute after.
#[tokio::test]
async fn no_answer_tells_whether_an_address_has_an_account() {
    trial::each(async |db| {
        let site = Site::over(db);
        let left = left(&site).await;
        let ada = site.account_with_password("ada", 0).await;
        for (first, to) in [(SWORN, "lea@new.example"), (TAKEN, "ada@pix.example")] {
            let sent = site.guest().post(&confirmation(&site).await, first).await;
            check_sent(&sent, to);
            assert_eq!((sent.tally.statements.len(), sent.tally.commits), (9, 1), "{to}");
            let mails = site.mails().await;
            assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), [to]);
            let has_link = mails[0].1.contains("/account-recovery/");
            assert_eq!(has_link, first == SWORN, "{}", mails[0].1);
            for second in [OTHER, TAKEN, SWORN].iter().filter(|second| **second != first) {
                check_soon(&site.guest().post(&confirmation(&site).await, second).await, 1);
            }
            assert_eq!(site.mails().await.len(), 0);
            site.wait(60_000);
        }
        assert_eq!(present(&site, &left).await, left.account);
        assert_eq!(site.find("ada@pix.example").await, Some(ada));
    })
    .await;
}

#[tokio::test]
async fn the_owner_of_a_taken_address_is_told_what_to_do() {
    let site = Site::open().await;
    left(&site).await;
    site.account_with_password("ada", 0).await;
    check_sent(&site.guest().post(&confirmation(&site).await, TAKEN).await, "ada@pix.example");
    let (to, text) = site.mails().await.remove(0);
    assert_eq!(to, "ada@pix.example");
    for piece in ["http://pix.example/sign-in", "http://pix.example/leaving-school\n", "une autre adresse"] {
        assert!(text.contains(piece), "{piece:?} is not in:\n{text}");
    }
    assert!(!text.contains("Léa") && !text.contains("Camus"), "{text}");
}

#[tokio::test]
async fn two_forms_at_once_send_one_mail_and_give_one_account() {
    trial::each(async |db| {
        let site = Site::over(db);
        let left = left(&site).await;
        let (page, one, other) = (confirmation(&site).await, site.guest(), site.guest());
        let (one, other) = tokio::join!(one.post(&page, SWORN), other.post(&page, SWORN));
        for reply in [&one, &other] {
            check_sent(reply, "lea@new.example");
        }
        assert_eq!(one.tally.commits + other.tally.commits, 1, "{} {}", one.outcome(), other.outcome());
        let mails = site.mails().await;
        assert_eq!(mails.len(), 1);
        let (_, rest) = mails[0].1.split_once("http://pix.example").expect("a link");
        let path = rest.split_whitespace().next().expect("a path");
        let (one, other) = (site.guest(), site.guest());
        let (one, other) = tokio::join!(one.post(path, NEW), other.post(path, NEW));
        let (given, late) = if one.status == 303 { (&one, &other) } else { (&other, &one) };
        given.leads("303 /home");
        check_used(late);
        assert_eq!(present(&site, &left).await.email.as_deref(), Some("lea@new.example"));
    })
    .await;
}
