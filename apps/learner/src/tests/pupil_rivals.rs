//! Two forms for one pupil, or a form for an account that is not the pupil's: who gets in, and what the others read.

use store::campaign::{Campaign, Kind};
use store::trial;
use web::trial::{Reply, Visitor};

use super::pupil_registrations::{BORN, LEA, by_email, by_username, linked, room};
use super::schools::{company, draft, enrol, open, pupil, school};
use super::site::{PASSWORD, Site};

fn stays_out(reply: &Reply) {
    reply.leads("422");
    assert!(reply.headers.get("set-cookie").is_none(), "nobody is signed in");
}

/// The address and the password of somebody else open nothing here, whatever is wrong with the line.
#[tokio::test]
async fn registering_is_no_way_to_sign_in() {
    let site = Site::open().await;
    let room = room(&site).await;
    site.account_with_password("farid", 0).await;
    let (lina, tom) = (site.pupil("lina").await, site.pupil("tom").await);
    let elsewhere = school(&site, "Lycée Camus").await;
    let [lou, max, there] =
        [(&room.school, "Lou", "INE2"), (&room.school, "Max", "INE3"), (&elsewhere, "Max", "INE3")]
            .map(|(school, first, number)| pupil(&site, school, (first, "Garrigue"), (number, BORN)));
    enrol(&site, &[lou.clone(), max, there.clone()]).await;
    linked(&site, (&room.school, lou.id), lina.id).await;
    linked(&site, (&elsewhere, there.id), tom.id).await;
    let farid = by_email("farid%40pix.example", PASSWORD);
    for (first, more, why) in [
        ("Personne", &farid, "Personne dans la liste"),
        ("Personne", &by_username("lina.test"), "Personne dans la liste"),
        ("Lou", &farid, "S52"),
        ("Lou", &by_username("tom.test"), "S52"),
        ("Max", &farid, "S62"),
        ("Max", &by_username("tom.test"), "S62"),
    ] {
        let refused = room.post(&site, (first, "Garrigue", "12/03/2013"), more).await;
        refused.holds(why);
        stays_out(&refused);
    }
    let own = room.post(&site, ("Lou", "Garrigue", "12/03/2013"), &by_username("lina.test")).await;
    own.leads(&format!("303 {}", room.page())).session();
}

#[tokio::test]
async fn a_form_sent_twice_at_once_makes_one_account_and_lets_in_twice() {
    trial::each(async |db| {
        let site = Site::over(db);
        let room = room(&site).await;
        for more in [by_username("lea.garrigue1203"), by_email("lea%40pix.example", PASSWORD)] {
            let typed = if more.contains("way=username") { LEA } else { ("Lou", "Garrigue", "12/03/2013") };
            if typed != LEA {
                enrol(&site, &[pupil(&site, &room.school, ("Lou", "Garrigue"), ("INE2", BORN))]).await;
            }
            let (one, other) = tokio::join!(room.post(&site, typed, &more), room.post(&site, typed, &more));
            for reply in [one, other] {
                reply.leads(&format!("303 {}", room.page())).session();
            }
        }
        let account = site.find("lea.garrigue1203").await.expect("an account");
        assert_eq!(room.owner(&site).await, Some(account.id));
    })
    .await;
}

#[tokio::test]
async fn of_two_ways_at_once_one_is_taken_and_the_other_is_told() {
    trial::each(async |db| {
        let site = Site::over(db);
        let room = room(&site).await;
        let ways = [by_username("lea.garrigue1203"), by_email("lea%40pix.example", PASSWORD)];
        let (one, other) = tokio::join!(room.post(&site, LEA, &ways[0]), room.post(&site, LEA, &ways[1]));
        let (done, refused) = if one.status == 303 { (one, other) } else { (other, one) };
        done.leads(&format!("303 {}", room.page())).session();
        stays_out(refused.holds("numéro S5").lacks("pris par quelqu'un d'autre"));
        let accounts = [site.find("lea.garrigue1203").await, site.find("lea@pix.example").await];
        let made: Vec<_> = accounts.into_iter().flatten().map(|account| account.id).collect();
        assert_eq!(made, room.owner(&site).await.into_iter().collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test]
async fn whoever_takes_part_elsewhere_without_an_account_registers() {
    trial::each(async |db| {
        let site = Site::over(db);
        let room = room(&site).await;
        let company = company(&site).await;
        let usual = Campaign { simplified: true, ..draft(&site, &company, Kind::Assessment) };
        let usual = open(&site, usual).await;
        let entered = site.guest().post(&format!("/campaigns/{}/entry", usual.code), "").await;
        let nobody = Visitor { cookie: entered.session(), ..site.guest() };
        nobody.get(&format!("/campaigns/{}", usual.code)).await.says("participation-begin");
        let form = format!("{}/registration", room.page());
        let landing = nobody.get(&room.page()).await;
        landing.leads("200").says("registration-known-title").holds(&format!("href=\"{form}\""));
        nobody.get(&form).await.leads("200").says("registration-title");
        let names = "first-name=Lea&last-name=Garrigue&birth-date=12%2F03%2F2013";
        nobody.post(&form, names).await.leads("200").holds("lea.garrigue1203");
        let made = nobody.post(&form, &format!("{names}{}", by_username("lea.garrigue1203"))).await;
        made.leads(&format!("303 {}", room.page()));
        let lea = Visitor { cookie: made.session(), ..site.guest() };
        lea.get(&room.page())
            .await
            .says("participation-begin")
            .holds("Votre identifiant\u{a0}: lea.garrigue1203");
        let over = nobody.get(&format!("/campaigns/{}", usual.code)).await;
        over.says("entry-begin");
    })
    .await;
}

#[tokio::test]
async fn what_a_link_brought_outlives_a_step_back() {
    let site = Site::open().await;
    let room = room(&site).await;
    let brought = "participantExternalId=z%C3%A9-7";
    let asked = room.post(&site, LEA, &format!("&{brought}")).await;
    asked.holds(&format!("href=\"{}/registration?{brought}\"", room.page()));
    let ana = site.learner("ana").await;
    let identity = ana.get(&format!("{}/identity?{brought}", room.page())).await;
    identity.leads("200").holds(&format!("href=\"{}?{brought}\"", room.page()));
}
