//! Changing one's password: the present one is asked for, and other sessions end.

use super::site::{PASSWORD, Site};

const NEW: &str = "Capucine-2026";

async fn signs_in(site: &Site, password: &str) -> u16 {
    let fields = format!("identifier=ada%40pix.example&password={password}");
    site.guest().post("/sign-in", &fields).await.status
}

#[tokio::test]
async fn the_new_password_replaces_the_old_one_and_closes_other_sessions() {
    let site = Site::open().await;
    let account = site.account_with_password("ada", 3).await;
    let (here, there) = (site.signed_in(account.id).await, site.signed_in(account.id).await);
    let page = here.get("/account/password").await;
    page.leads("200").holds("autocomplete=\"current-password\"").holds("autocomplete=\"new-password\"");
    page.holds("role=\"status\" data-said=\"").says("password-met");
    let changed = here.post("/account/password", &format!("present={PASSWORD}&password={NEW}")).await;
    changed.leads("303 /account?done=password");
    assert_eq!((changed.tally.statements.len(), changed.tally.commits), (5, 1));
    here.get("/account?done=password").await.leads("200").says("account-done-password");
    there.get("/account").await.leads("303 /sign-in?next=%2Faccount");
    assert_eq!((signs_in(&site, NEW).await, signs_in(&site, PASSWORD).await), (303, 422));
}

#[tokio::test]
async fn a_wrong_or_weak_password_changes_nothing() {
    let site = Site::open().await;
    let account = site.account_with_password("ada", 8).await;
    let (here, there) = (site.signed_in(account.id).await, site.signed_in(account.id).await);
    for (present, new, why) in [
        (PASSWORD, "", "password-error-empty"),
        (PASSWORD, "court", "password-error-weak"),
        (PASSWORD, "Azerty123", "password-error-common"),
        ("faux", NEW, "password-wrong"),
    ] {
        let reply = here.post("/account/password", &format!("present={present}&password={new}")).await;
        reply.leads("422").says(why).holds("data-summary").lacks(NEW).lacks(PASSWORD);
    }
    let right = format!("present={PASSWORD}&password={NEW}");
    here.post("/account/password", &format!("present=faux&password={NEW}")).await.leads("422");
    here.post("/account/password", &right).await.leads("422").holds("Trop d’essais.");
    let after = site.find("ada@pix.example").await.expect("an account");
    assert_eq!((after.password_hash, after.failed_sign_ins), (account.password_hash, 10));
    there.get("/account").await.leads("200");
}
