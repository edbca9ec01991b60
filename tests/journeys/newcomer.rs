//! Somebody who has never been here finds out their level.

use crate::accessibility::LOOKS;
use crate::answering::{download, fill, kinds};
use crate::backstage::{Backstage, mistaken, right};
use crate::pictures;
use crate::site::Site;
use crate::visitor::Visitor;
use std::collections::BTreeSet;

const EMAIL: &str = "dominique@journey.example";
/// No test asks more questions than this.
const MOST: usize = 45;
/// The first question: whatever its seed, there is a mistake to make in it.
const FIRST: &str = "1.2-a-3-written-path";

/// What was met on the way.
#[derive(Default)]
struct Met {
    answers: usize,
    kinds: BTreeSet<&'static str>,
    files: Vec<(String, usize)>,
    mistake: Option<String>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn newcomer_finds_out_their_level() {
    let site = Site::on_sqlite();
    let backstage = Backstage::of(&site).await;
    let mut met = Met::default();

    let visitor = Visitor::arrive(&site).await;
    sign_up_with_an_error(&visitor).await;
    visitor.follow(".topbar__nav a[href='/profile']").await;
    visitor.follow("main a[href='/competences/1.2']").await;
    visitor.follow("main form[action='/competences/1.2/attempts'] [type=submit]").await;
    let first = visitor.path().await;
    backstage.ask(EMAIL, &first, FIRST).await;
    visitor.open(&first).await;
    until_checkpoint(&visitor, &backstage, &mut met).await;
    assert_eq!(met.answers, 5, "a checkpoint comes after five answers");
    corrections_are_shown(&visitor, 5, &met).await;
    visitor.browser.close().await;

    let visitor = Visitor::arrive(&site).await;
    visitor.sign_in(EMAIL).await;
    visitor.follow(".hero__act a[href^='/attempts/']").await;
    while visitor.path().await.contains("/questions/") {
        until_checkpoint(&visitor, &backstage, &mut met).await;
        visitor.follow("main .cols a.btn").await;
    }
    level_is_shown(&visitor).await;
    visitor.browser.close().await;

    println!("{} answers, kinds {:?}, files {:?}", met.answers, met.kinds, met.files);
    assert!(met.answers >= 12, "{} answers", met.answers);
    assert!(met.kinds.len() >= 5, "{:?}", met.kinds);
    assert!(!met.files.is_empty() && met.files.iter().all(|(_, size)| *size > 0), "{:?}", met.files);
    assert!(met.mistake.is_some(), "no question had a mistake to make");
}

/// An empty form tells what is missing, a half filled one keeps what was typed.
async fn sign_up_with_an_error(visitor: &Visitor<'_>) {
    visitor.open("/").await;
    visitor.follow("main a[href='/sign-up']").await;
    visitor.follow("main form [type=submit]").await;
    assert_eq!(visitor.count("[data-summary] li").await, 5, "{}", visitor.text("[data-summary]").await);
    visitor.write("#first-name", "Dominique").await;
    visitor.write("#email", EMAIL).await;
    visitor.follow("main form [type=submit]").await;
    assert_eq!(visitor.count("[data-summary] li").await, 3, "{}", visitor.text("[data-summary]").await);
    assert_eq!(visitor.value("#first-name").await, "Dominique");
    assert_eq!(visitor.value("#email").await, EMAIL);
    visitor.write("#last-name", "Essai").await;
    visitor.write("#password", crate::visitor::PASSWORD).await;
    visitor.click("#terms").await;
    visitor.follow("main form [type=submit]").await;
    assert_eq!(visitor.path().await, "/home");
    assert!(visitor.text("h1").await.contains("Dominique"));
}

/// Answers until the next pause. The first question gets a known mistake, later ones are passed now and then, so that
/// the path meets easy and hard questions.
async fn until_checkpoint(visitor: &Visitor<'_>, backstage: &Backstage, met: &mut Met) {
    loop {
        let path = visitor.path().await;
        if path.ends_with("/checkpoint") {
            return;
        }
        let instance = backstage.asked(EMAIL, &path).await;
        met.kinds.extend(kinds(&instance.paper.input));
        pictures::take(visitor, LOOKS[0], &format!("newcomer, question {}", met.answers + 1)).await;
        met.files.extend(download(visitor).await);
        met.answers += 1;
        assert!(met.answers <= MOST, "the test does not end");
        match mistaken(&instance.key).filter(|_| met.answers == 1) {
            Some((answer, mistake)) => {
                fill(visitor, &answer).await;
                met.mistake = Some(plain(&instance.key.feedback[&mistake]));
                visitor.submit().await;
            }
            None if met.answers.is_multiple_of(4) => visitor.skip().await,
            None => {
                fill(visitor, &right(&instance.key)).await;
                visitor.submit().await;
            }
        }
    }
}

/// The checkpoint lists the latest answers, each opening on its correction; a mistake made is explained.
async fn corrections_are_shown(visitor: &Visitor<'_>, expected: usize, met: &Met) {
    assert_eq!(visitor.count("details.fold").await, expected);
    for number in 1..=expected {
        visitor.click(&format!("details.fold:nth-of-type({number}) > summary")).await;
    }
    assert_eq!(visitor.count("details.fold[open] .compare").await, expected);
    let shown = plain_text(&visitor.text("main").await);
    if let Some(feedback) = &met.mistake {
        assert!(shown.contains(feedback), "{feedback} is not in {shown}");
    }
}

/// The result tells a level, the profile the same, and every correction has its page.
async fn level_is_shown(visitor: &Visitor<'_>) {
    assert!(visitor.path().await.ends_with("/result"));
    let result = visitor.path().await;
    let told = visitor.text("main .cols .standing strong").await;
    let level: u8 =
        told.trim_start_matches("Niveau").trim().parse().unwrap_or_else(|_| panic!("{told} is no level"));
    assert!(level >= 1);
    visitor.open(&result.replace("/result", "/questions/1")).await;
    assert!(visitor.path().await.ends_with("/corrections/1"));
    assert_eq!(visitor.count(".compare").await, 1);
    visitor.open(&result).await;
    visitor.follow("main a.btn[href='/profile']").await;
    let ring = visitor.find(".skill:has(a[href='/competences/1.2']) svg.ring").await;
    let name = plain_text(&ring.attr("aria-label").await.expect("an attribute").expect("a name"));
    assert!(name.contains(&format!("Niveau {level} ")), "level {level} on the result, {name} on the profile");
}

/// The words of a text, without its marks.
fn plain(html: &content::Html) -> String {
    plain_text(&html.plain())
}

/// A text whose spaces, of any kind, are single.
fn plain_text(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
