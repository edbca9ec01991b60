//! Every page of the learner's app, in both languages, light and dark, wide and narrow.

use crate::accessibility::{LOOKS, Look, check, look_at};
use crate::answering::fill;
use crate::backstage::{Backstage, right};
use crate::site::Site;
use crate::visitor::Visitor;

const EMAIL: &str = "toutes@journey.example";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_is_accessible() {
    let site = Site::on_sqlite();
    let backstage = Backstage::of(&site).await;
    let visitor = Visitor::arrive(&site).await;

    let mut faults = everywhere(&visitor, &public()).await;
    faults.extend(refused_forms(&visitor).await);
    visitor.sign_up(EMAIL).await;
    faults.extend(everywhere(&visitor, &fresh(&backstage)).await);
    faults.extend(question_refused(&visitor).await);
    let attempt = until_result(&visitor, &backstage).await;
    faults.extend(everywhere(&visitor, &after(&attempt)).await);
    faults.extend(opened(&visitor, &attempt).await);
    check(&faults);
    visitor.browser.close().await;
}

async fn everywhere(visitor: &Visitor<'_>, paths: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    for look in LOOKS {
        faults.extend(look_at(visitor, look, paths).await);
    }
    faults
}

fn owned(paths: &[&str]) -> Vec<String> {
    paths.iter().map(|path| (*path).to_owned()).collect()
}

/// Pages that anybody opens: a dead link and a missing page among them.
fn public() -> Vec<String> {
    owned(&[
        "/",
        "/sign-up",
        "/sign-in",
        "/password-reset",
        "/password-reset/dead",
        "/password-choice/dead",
        "/email-confirmation/dead",
        "/leaving-school",
        "/leaving-school/dead",
        "/account-recovery/dead",
        "/terms",
        "/privacy",
        "/legal",
        "/accessibility",
        "/help",
        "/farewell",
        "/dev/components",
        "/dev/outbox",
        "/nowhere",
    ])
}

/// Pages of somebody who has not begun.
fn fresh(backstage: &Backstage) -> Vec<String> {
    let mut paths = owned(&[
        "/home",
        "/mistakes",
        "/tutorials",
        "/profile",
        "/competences/1.2",
        "/competences/1.1",
        "/courses/PRCRSK234",
        "/terms-acceptance",
        "/dev/outbox",
        "/account",
        "/account/names",
        "/account/devices",
        "/account/email",
        "/account/password",
        "/account/data",
        "/account/erasure",
    ]);
    paths.push(format!("/tutorials/{}", backstage.tutorial()));
    paths
}

/// Pages of somebody who has a result.
fn after(attempt: &str) -> Vec<String> {
    let mut paths = owned(&[
        "/home",
        "/mistakes",
        "/mistakes?left=1",
        "/tutorials",
        "/profile",
        "/competences/1.2",
        "/competences/1.2/reset",
    ]);
    paths.extend(
        ["checkpoint", "result", "corrections/1", "corrections/2"]
            .map(|page| format!("/attempts/{attempt}/{page}")),
    );
    paths
}

/// Forms that were refused, and the one that says a mail was sent.
async fn refused_forms(visitor: &Visitor<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for look in [LOOKS[0], LOOKS[1]] {
        look.take(visitor).await;
        for path in ["/sign-up", "/sign-in", "/password-reset", "/leaving-school"] {
            visitor.open(path).await;
            faults.extend(sent(visitor, look, path).await);
        }
        visitor.open("/password-reset").await;
        visitor.write("#email", "camille@demo.example").await;
        faults.extend(sent(visitor, look, "/password-reset, sent").await);
    }
    faults
}

async fn sent(visitor: &Visitor<'_>, look: Look, page: &str) -> Vec<String> {
    visitor.follow("main form [type=submit]").await;
    look.faults(visitor, page).await
}

/// The first question: asked, and asked again because nothing was answered.
async fn question_refused(visitor: &Visitor<'_>) -> Vec<String> {
    LOOKS[0].take(visitor).await;
    visitor.open("/competences/1.2").await;
    visitor.follow("form[action='/competences/1.2/attempts'] [type=submit]").await;
    let asked = visitor.path().await;
    let mut faults = LOOKS[0].faults(visitor, &asked).await;
    visitor.submit().await;
    faults.extend(LOOKS[0].faults(visitor, "question, refused").await);
    LOOKS[1].take(visitor).await;
    visitor.open(&asked).await;
    faults.extend(LOOKS[1].faults(visitor, &asked).await);
    faults
}

/// Answers right and passes by turns until the result; the id of the attempt.
async fn until_result(visitor: &Visitor<'_>, backstage: &Backstage) -> String {
    LOOKS[0].take(visitor).await;
    visitor.open("/home").await;
    visitor.follow(".hero__act a[href^='/attempts/']").await;
    let mut answers = 0;
    while !visitor.path().await.ends_with("/result") {
        let path = visitor.path().await;
        if path.ends_with("/checkpoint") {
            visitor.follow("main .cols a.btn").await;
            continue;
        }
        answers += 1;
        assert!(answers <= 45, "the test does not end");
        if answers % 2 == 0 {
            visitor.skip().await;
            continue;
        }
        fill(visitor, &right(&backstage.asked(EMAIL, &path).await.key)).await;
        visitor.submit().await;
    }
    visitor.path().await.split('/').nth(2).expect("an id").to_owned()
}

/// The checkpoint and the result with every correction open.
async fn opened(visitor: &Visitor<'_>, attempt: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (look, page) in [(LOOKS[0], "checkpoint"), (LOOKS[1], "result"), (LOOKS[3], "checkpoint")] {
        look.take(visitor).await;
        visitor.open(&format!("/attempts/{attempt}/{page}")).await;
        let script = "document.querySelectorAll('details').forEach(one => { one.open = true; });";
        visitor.window().execute(script, vec![]).await.expect("a script runs");
        faults.extend(look.faults(visitor, &format!("{page}, opened")).await);
    }
    faults
}
