//! Pictures to choose, with the keyboard alone.

use crate::accessibility::{LOOKS, check};
use crate::backstage::{Backstage, right};
use crate::keyboard::{fill, press, reach};
use crate::site::{Site, bank};
use crate::visitor::{SUBMIT, Visitor};
use grade::Status;
use std::path::Path;
use thirtyfour::Key;

/// The open bank has no such question yet: this one is of the tests.
const FAMILY: &str = "1.2-a-2-pictures";
const EMAIL: &str = "images@journey.example";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pictures_are_chosen_by_keyboard() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    bank_with_pictures(folder.path());
    let site = Site::with("", &[("PIX_CONTENT", &folder.path().to_string_lossy())]);
    let backstage = Backstage::of(&site).await;
    let visitor = Visitor::arrive(&site).await;
    visitor.sign_up(EMAIL).await;
    let path = visitor.begin("1.2").await;
    backstage.ask(EMAIL, &path, FAMILY).await;
    let mut faults = Vec::new();
    for look in [LOOKS[1], LOOKS[0]] {
        look.take(&visitor).await;
        visitor.open(&path).await;
        drawn(&visitor, ".pictures img", 3).await;
        faults.extend(look.faults(&visitor, "pictures").await);
    }
    fill(&visitor, &right(&backstage.asked(EMAIL, &path).await.key)).await;
    reach(&visitor, SUBMIT).await;
    let before = visitor.page().await;
    press(&visitor, Key::Enter).await;
    visitor.leave(&before).await;
    assert_eq!(backstage.answered(EMAIL, &path).await, (Status::Ok, false));
    visitor.open(&path.replace("/questions/", "/corrections/")).await;
    drawn(&visitor, ".compare img", 1).await;
    faults.extend(LOOKS[0].faults(&visitor, "pictures, corrected").await);
    check(&faults);
    visitor.browser.close().await;
}

/// At least so many pictures, drawn by the browser, each with words of its own.
async fn drawn(visitor: &Visitor<'_>, selector: &str, least: usize) {
    visitor
        .until(&format!("[...document.querySelectorAll('{selector}')].every(one => one.naturalWidth > 0)"))
        .await;
    let words = format!("return [...document.querySelectorAll('{selector}')].map(one => one.alt)");
    let words = visitor.window().execute(words, vec![]).await.expect("a script runs");
    let words: Vec<String> = words.convert().expect("texts");
    assert!(words.len() >= least && words.iter().all(|text| text.len() > 5), "{words:?}");
}

/// The open bank with one more family.
fn bank_with_pictures(folder: &Path) {
    let source = content::folder::read(&bank()).expect("the bank");
    let lessons = "1.2/a/tutorials/";
    let lessons: Vec<String> = source
        .iter()
        .filter_map(|(path, _)| Some(format!("{:?}", path.strip_prefix(lessons)?.strip_suffix(".md")?)))
        .take(2)
        .collect();
    for (path, bytes) in source.iter() {
        put(&folder.join(path), bytes);
    }
    let written = include_str!("../../crates/content/tests/fixture/1.2/a/2-pictures.md");
    put(
        &folder.join("1.2/a/2-pictures.md"),
        written.replace("\"one\", \"two\"", &lessons.join(", ")).as_bytes(),
    );
}

fn put(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, bytes).expect("a file");
}
