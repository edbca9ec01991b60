//! A browser often names a session that ended long ago: it costs no statement too many, and forbids nothing.

use store::trial;

use super::accounts::filled;
use super::site::{HOUR, PASSWORD, Site, Visitor};

#[tokio::test]
async fn a_session_that_ended_does_not_stand_in_the_way() {
    trial::each(async |db| {
        let site = Site::over(db);
        let ended = site.learner("max").await;
        let mut tx = site.house.db.begin().await.expect("a transaction");
        store::session::close_all(&mut tx, ended.account).await.expect("ended");
        tx.commit().await.expect("kept");
        let sent = async |path: &str, fields: &str| {
            let reply = ended.post(path, fields).await;
            assert!(reply.tally.statements.len() <= 5, "{path}: {:#?}", reply.tally.statements);
            reply
        };
        sent("/sign-up", &filled(&[("email", "")])).await.leads("422").says("sign-up-refused");
        let made = sent("/sign-up", &filled(&[])).await;
        made.leads("303 /home");
        Visitor { cookie: made.session(), ..site.guest() }.get("/profile").await.leads("200").holds("Ada");
        sent("/sign-up", &filled(&[])).await.leads("303 /home");
        site.wait(HOUR);
        sent("/sign-up", &filled(&[("password", "Une autre phrase 9")])).await.leads("422");
        assert_eq!(site.find("ada@pix.example").await.map(|account| account.failed_sign_ins), Some(1));
        let choice = site.choice_token(ended.account).await;
        let fields = format!("password={PASSWORD}");
        sent(&format!("/password-choice/{choice}"), "password=a").await.leads("422");
        sent(&format!("/password-choice/{choice}"), &fields).await.leads("303 /home");
        sent("/password-reset", "email=max%40pix.example").await.leads("200");
        sent("/email-confirmation/none", "").await.leads("404");
        sent("/account/email/code", "code=123456").await.leads("303 /sign-in?next=%2Faccount%2Femail%2Fcode");
    })
    .await;
}
