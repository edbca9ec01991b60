//! The team: roles, removal, leaving, and the invitations that lead there.

use store::account::Role;
use store::invitation::{self, Invitation};
use store::membership::Role as Post;
use store::organisation::Organisation;
use web::trial::{HOUR, Visitor};

use super::site::Site;

async fn invitations(site: &Site, school: &Organisation) -> Vec<Invitation> {
    invitation::latest(&site.house.db, school.id).await.expect("the invitations")
}

/// Invites somebody; gives the path of the link.
async fn invite(site: &Site, admin: &Visitor<'_>, school: &Organisation, fields: &str) -> String {
    admin.post("/orga/team/invitations", fields).await.leads("303 /orga/team?done=invited");
    let newest = invitations(site, school).await.into_iter().next().expect("an invitation");
    format!("/invitations/{}", newest.code)
}

#[tokio::test]
async fn roles_change_but_for_the_last_administrator() {
    let site = Site::open().await;
    let school = site.school("Collège Un").await;
    let admin = site.worker("ada", &school, Post::Admin).await;
    let member = site.worker("bob", &school, Post::Member).await;
    let role = |visitor: &Visitor<'_>| format!("/orga/team/{}/role", visitor.account);
    member.get("/orga/team").await.leads("200").says("team-not-admin").lacks("/orga/team/invitations");
    member.post(&role(&admin), "role=member").await.leads("403");
    admin.get("/orga/team").await.leads("200").says("team-only-admin").holds("bob@pix.example");
    admin.post(&role(&admin), "role=member").await.leads("303 /orga/team?done=last-admin");
    admin.get("/orga/team?done=last-admin").await.says("team-last-admin");
    admin.post(&role(&member), "role=x").await.leads("400");
    admin.post(&role(&member), "role=admin").await.leads("303 /orga/team?done=role");
    admin.post(&role(&admin), "role=member").await.leads("303 /orga/team?done=role");
    admin.get("/orga/team").await.says("team-not-admin");
    member.get("/orga/team").await.says("team-only-admin");
}

#[tokio::test]
async fn a_member_is_removed_and_sees_nothing_any_more() {
    let site = Site::open().await;
    let (school, other) = (site.school("Collège Un").await, site.school("Lycée Deux").await);
    let admin = site.worker("ada", &school, Post::Admin).await;
    let member = site.worker("bob", &school, Post::Member).await;
    let rival = site.worker("rita", &other, Post::Admin).await;
    let removal = format!("/orga/team/{}/removal", member.account);
    rival.get(&removal).await.leads("404");
    rival.post(&removal, "").await.leads("404");
    member.post(&removal, "").await.leads("403");
    admin.get(&removal).await.leads("200").says("member-removal-campaigns").holds("bob Test");
    let own = format!("/orga/team/{}/removal", admin.account);
    admin.get(&own).await.leads("303 /orga/team/departure");
    admin.post(&own, "").await.leads("303 /orga/team/departure");
    admin.post(&removal, "").await.leads("303 /orga/team?done=removed");
    admin.post(&removal, "").await.leads("404");
    member.get("/orga/team").await.leads("404");
    admin.get("/orga/team").await.lacks("bob@pix.example");
}

#[tokio::test]
async fn one_leaves_but_for_the_last_administrator() {
    let site = Site::open().await;
    let school = site.school("Collège Un").await;
    let admin = site.worker("ada", &school, Post::Admin).await;
    let member = site.worker("bob", &school, Post::Member).await;
    admin.get("/orga/team/departure").await.leads("200").says("departure-last-admin");
    admin.post("/orga/team/departure", "").await.leads("303 /orga/team/departure");
    admin.get("/orga/team").await.leads("200");
    member.get("/orga/team/departure").await.leads("200").says("departure-campaigns");
    member.post("/orga/team/departure", "").await.leads(&format!("303 /home?left={}", school.id));
    member.get("/orga").await.leads("404");
}

#[tokio::test]
async fn several_are_invited_at_once_and_each_gets_a_link() {
    let site = Site::open().await;
    let school = site.school("Collège Un").await;
    let admin = site.worker("ada", &school, Post::Admin).await;
    let member = site.worker("bob", &school, Post::Member).await;
    member.get("/orga/team/invitations").await.leads("403");
    member.post("/orga/team/invitations", "addresses=x%40pix.example").await.leads("403");
    for (typed, key) in [("", "invite-error-none"), (" ,", "invite-error-none")] {
        let fields = format!("addresses={typed}");
        admin.post("/orga/team/invitations", &fields).await.leads("422").says(key);
    }
    for typed in ["zed", "bob%40pix.example"] {
        let fields = format!("addresses=new%40pix.example%2C{typed}");
        let refused = admin.post("/orga/team/invitations", &fields).await;
        refused.leads("422").holds("new@pix.example,");
    }
    assert_eq!(invitations(&site, &school).await, [], "all or nobody");
    let both = "role=member&addresses=+Zoe%40pix.example+%2C+zed%40pix.example%2Czoe%40pix.example";
    invite(&site, &admin, &school, both).await;
    invite(&site, &admin, &school, both).await;
    let waiting = invitations(&site, &school).await;
    assert_eq!(waiting.len(), 2);
    let mails = site.mails().await;
    assert_eq!(mails.len(), 2, "sent twice in a minute, a form sends once");
    for one in &waiting {
        let link = format!("http://pix.example/invitations/{}", one.code);
        assert!(mails.iter().any(|(to, body)| *to == one.email && body.contains(&link)), "{one:?}");
    }
    site.wait(HOUR);
    invite(&site, &admin, &school, "addresses=zoe%40pix.example").await;
    assert_eq!(invitations(&site, &school).await.len(), 2, "the same invitation");
    admin.get("/orga/team").await.leads("200").says("invitation-pending").holds("zoe@pix.example");
}

#[tokio::test]
async fn the_first_to_join_is_administrator_and_later_ones_as_invited() {
    let site = Site::open().await;
    let school = site.school("Collège Un").await;
    let outside = site.learner("outside").await;
    let mut tx = site.house.db.begin().await.expect("a transaction");
    let first = Invitation {
        organisation_id: school.id,
        id: store::InvitationId::new(site.now(), 1),
        email: "first@pix.example".to_owned(),
        role: None,
        code: "BCDFGHJKMP".to_owned(),
        created_at: site.now(),
        sent_at: site.now(),
        accepted_at: None,
        accepted_by: None,
        cancelled_at: None,
    };
    invitation::put(&mut tx, &first, 0).await.expect("an invitation");
    tx.commit().await.expect("kept");
    let link = "/invitations/BCDFGHJKMP";
    outside.get("/orga").await.leads("404");
    outside.get(link).await.leads("200").holds("Collège Un").says("invitation-join");
    outside.post(link, "").await.leads("303 /orga/campaigns?done=joined");
    outside.post(link, "").await.leads("303 /orga/campaigns?done=joined");
    outside.get("/orga/campaigns?done=joined").await.leads("200").says("invitation-done-joined");
    outside.get("/orga/team").await.says("team-only-admin").says("invitation-accepted");
    for (name, fields, expected) in [
        ("second", "role=member&addresses=a%40pix.example", "team-not-admin"),
        ("third", "role=admin&addresses=b%40pix.example", "team-invitations"),
    ] {
        site.wait(1_000);
        let link = invite(&site, &outside, &school, fields).await;
        let visitor = site.member(name, Role::Learner).await;
        visitor.post(&link, "").await.leads("303 /orga/campaigns?done=joined");
        visitor.get("/orga/team").await.leads("200").says(expected);
    }
}

#[tokio::test]
async fn a_link_serves_once_and_not_when_cancelled() {
    let site = Site::open().await;
    let school = site.school("Collège Un").await;
    let admin = site.worker("ada", &school, Post::Admin).await;
    let (zoe, zed) = (site.learner("zoe").await, site.learner("zed").await);
    let link = invite(&site, &admin, &school, "addresses=zoe%40pix.example").await;
    let stranger = site.guest().get(&link).await;
    stranger.leads("200").says("invitation-stranger").holds(&format!("/sign-up?next={link}"));
    stranger.holds(&format!("/sign-in?next={link}"));
    let back: String = form_urlencoded::byte_serialize(link.as_bytes()).collect();
    site.guest().post(&link, "").await.leads(&format!("303 /sign-in?next={back}"));
    zoe.post(&link, "").await.leads("303 /orga/campaigns?done=joined");
    zoe.get(&link).await.leads("200").says("invitation-go");
    zed.get(&link).await.leads("200").says("invitation-used");
    zed.post(&link, "").await.leads(&format!("303 {link}"));
    zed.get("/orga").await.leads("404");
    site.wait(1_000);
    let link = invite(&site, &admin, &school, "addresses=zed%40pix.example").await;
    let newest = invitations(&site, &school).await.into_iter().next().expect("an invitation");
    let at = |action: &str| format!("/orga/team/invitations/{}/{action}", newest.id);
    let before = site.mails().await.len();
    admin.post(&at("sending"), "").await.leads("303 /orga/team?done=sent");
    assert_eq!(site.mails().await.len(), 0, "a moment later nothing is sent; {before} were");
    site.wait(HOUR);
    admin.post(&at("sending"), "").await.leads("303 /orga/team?done=sent");
    assert_eq!(site.mails().await.len(), 1);
    admin.post(&at("cancellation"), "").await.leads("303 /orga/team?done=cancelled");
    zed.get(&link).await.leads("200").says("invitation-taken-back");
    zed.post(&link, "").await.leads(&format!("303 {link}"));
    zed.get("/orga").await.leads("404");
    admin.get("/orga/team").await.says("invitation-cancelled");
    site.guest().get("/invitations/UNKNOWN").await.leads("404");
}
