//! Changing one's e-mail address: the password, then the code, and what each refusal keeps to itself.

use super::site::{HOUR, PASSWORD, Site, Visitor};

async fn ada(site: &Site) -> Visitor<'_> {
    let account = site.account_with_password("ada", 0).await;
    site.signed_in(account.id).await
}

/// Asks for a change and gives the code of the mail.
async fn code(site: &Site, visitor: &Visitor<'_>, address: &str) -> String {
    let fields = format!("email={address}&password={PASSWORD}");
    let asked = visitor.post("/account/email", &fields).await;
    asked.leads("303 /account/email/code");
    assert_eq!((asked.tally.statements.len(), asked.tally.commits), (5, 1));
    let mails = site.mails().await;
    assert_eq!(mails.len(), 1);
    let word = mails[0].1.split_whitespace().find(|word| word.len() == 6 && word.parse::<u32>().is_ok());
    word.expect("six digits").to_owned()
}

fn other_than(code: &str) -> &'static str {
    if code == "000000" { "code=000001" } else { "code=000000" }
}

#[tokio::test]
async fn the_code_replaces_and_confirms_the_address() {
    let site = Site::open().await;
    let ada = ada(&site).await;
    let code = code(&site, &ada, "New%40pix.example").await;
    assert!(site.find("new@pix.example").await.is_none(), "nothing changes before the code");
    let page = ada.get("/account/email/code").await;
    page.leads("200")
        .holds("new@pix.example")
        .holds("autocomplete=\"one-time-code\"")
        .holds("inputmode=\"numeric\"");
    page.lacks(&code);
    let fields = format!("code=+{}+{}", &code[..3], &code[3..]);
    ada.post("/account/email/code", &fields).await.leads("303 /account?done=email");
    let account = site.find("new@pix.example").await.expect("the account");
    assert_eq!((account.id, account.email_confirmed_at), (ada.account, Some(site.now())));
    assert!(site.find("ada@pix.example").await.is_none());
    ada.post("/account/email/code", &fields).await.leads("422");
    ada.get("/account/email/code").await.leads("303 /account/email");
}

#[tokio::test]
async fn a_wrong_password_sends_nothing_and_counts_as_a_failed_sign_in() {
    let site = Site::open().await;
    let account = site.account_with_password("ada", 8).await;
    let ada = site.signed_in(account.id).await;
    let wrong = "email=new%40pix.example&password=faux";
    ada.post("/account/email", wrong).await.leads("422").says("password-wrong").holds("new@pix.example");
    ada.post("/account/email", wrong).await.leads("422").holds("Trop d’essais.");
    let right = format!("email=new%40pix.example&password={PASSWORD}");
    ada.post("/account/email", &right).await.leads("422").holds("Trop d’essais.");
    ada.post("/account/email", "email=new&password=faux").await.leads("422").says("sign-up-error-email");
    assert_eq!(site.find("ada@pix.example").await.expect("an account").failed_sign_ins, 10);
    assert!(site.mails().await.is_empty());
    ada.get("/account/email/code").await.leads("303 /account/email");
}

#[tokio::test]
async fn an_address_that_is_taken_looks_like_another_and_gets_no_mail() {
    let site = Site::open().await;
    let (ada, zoe) = (ada(&site).await, site.learner("zoe").await);
    let fields = format!("email=zoe%40pix.example&password={PASSWORD}");
    ada.post("/account/email", &fields).await.leads("303 /account/email/code");
    ada.get("/account/email/code").await.leads("200").holds("zoe@pix.example");
    assert!(site.mails().await.is_empty());
    ada.post("/account/email/code", "code=123456").await.leads("422").says("email-code-wrong");
    assert_eq!(site.find("zoe@pix.example").await.expect("hers").id, zoe.account);
}

#[tokio::test]
async fn an_address_taken_meanwhile_stays_with_whoever_has_it() {
    let site = Site::open().await;
    let ada = ada(&site).await;
    let code = code(&site, &ada, "zoe%40pix.example").await;
    let zoe = site.learner("zoe").await;
    ada.post("/account/email/code", &format!("code={code}")).await.leads("422").says("email-code-wrong");
    assert_eq!(site.find("zoe@pix.example").await.expect("hers").id, zoe.account);
}

#[tokio::test]
async fn a_code_is_tried_five_times_within_an_hour() {
    let site = Site::open().await;
    let ada = ada(&site).await;
    let late = code(&site, &ada, "new%40pix.example").await;
    site.wait(HOUR);
    ada.post("/account/email/code", &format!("code={late}")).await.leads("422");
    let guessed = code(&site, &ada, "new%40pix.example").await;
    for _ in 0..5 {
        ada.post("/account/email/code", other_than(&guessed)).await.leads("422").says("email-code-wrong");
    }
    ada.post("/account/email/code", &format!("code={guessed}")).await.leads("422");
    assert!(site.find("new@pix.example").await.is_none());
}

#[tokio::test]
async fn another_code_comes_after_seven_seconds_a_few_times() {
    let site = Site::open().await;
    let ada = ada(&site).await;
    let first = code(&site, &ada, "new%40pix.example").await;
    ada.get("/account/email/code").await.leads("200").says("email-code-again-when");
    let again = async || ada.post("/account/email/code", "again=1").await;
    for _ in 0..2 {
        ada.post("/account/email/code", other_than(&first)).await.leads("422");
    }
    again().await.leads("422").says("email-code-too-soon");
    site.wait(6_999);
    again().await.leads("422");
    assert!(site.mails().await.is_empty());
    let mut newest = first.clone();
    for sent in 2..=5 {
        site.wait(7_000);
        let reply = again().await;
        reply.leads("303 /account/email/code?sent=1");
        assert!(reply.tally.statements.len() <= 5);
        let mails = site.mails().await;
        assert_eq!((mails.len(), mails[0].0.as_str()), (1, "new@pix.example"), "code {sent}");
        let digits =
            mails[0].1.split_whitespace().find(|word| word.len() == 6 && word.parse::<u32>().is_ok());
        newest = digits.expect("six digits").to_owned();
    }
    site.wait(7_000);
    again().await.leads("422").says("email-code-too-soon");
    ada.get("/account/email/code?sent=1").await.leads("200").says("email-code-sent");
    ada.post("/account/email/code", other_than(&newest)).await.leads("422");
    ada.post("/account/email/code", &format!("code={newest}")).await.leads("303 /account?done=email");
}

#[tokio::test]
async fn another_code_for_an_address_that_is_taken_reaches_nobody() {
    let site = Site::open().await;
    let (ada, _zoe) = (ada(&site).await, site.learner("zoe").await);
    let fields = format!("email=zoe%40pix.example&password={PASSWORD}");
    ada.post("/account/email", &fields).await.leads("303 /account/email/code");
    site.wait(7_000);
    ada.post("/account/email/code", "again=1").await.leads("303 /account/email/code?sent=1");
    assert!(site.mails().await.is_empty());
}

#[tokio::test]
async fn a_code_is_of_one_person_and_comes_once_a_minute() {
    let site = Site::open().await;
    let ada = ada(&site).await;
    let account = site.account_with_password("zoe", 0).await;
    let zoe = site.signed_in(account.id).await;
    let code = code(&site, &ada, "new%40pix.example").await;
    zoe.post("/account/email/code", &format!("code={code}")).await.leads("422");
    let again = format!("email=other%40pix.example&password={PASSWORD}");
    for (wait, mails) in [(59_999, 0), (1, 1)] {
        site.wait(wait);
        ada.post("/account/email", &again).await.leads("303 /account/email/code");
        assert_eq!(site.mails().await.len(), mails);
    }
    ada.post("/account/email/code", &format!("code={code}")).await.leads("422");
    assert!(site.find("new@pix.example").await.is_none(), "the older code has ended");
}
