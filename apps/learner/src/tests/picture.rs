//! Pictures to choose: served for what was seen, described in words, shown again on the correction.

use content::Source;
use grade::Solution;
use store::trial::Trial;

use super::site::{Site, edited};
use super::taking::Taking;

const FAMILY: &str = "1.2-a-2-pictures";

/// The bank with one more family, whose options are pictures.
fn bank() -> Source {
    let written = include_str!("../../../../crates/content/tests/fixture/1.2/a/2-pictures.md");
    let mut bank = edited(str::to_owned);
    let prefix = "1.2/a/tutorials/";
    let lessons: Vec<String> = bank
        .iter()
        .filter_map(|(path, _)| Some(format!("{:?}", path.strip_prefix(prefix)?.strip_suffix(".md")?)))
        .take(2)
        .collect();
    let written = written.replace("\"one\", \"two\"", &lessons.join(", "));
    bank.insert("1.2/a/2-pictures.md", written);
    bank
}

#[tokio::test]
async fn a_picture_is_chosen_and_shown_again() {
    let trial = Trial::sqlite().await;
    let site = Site::of(trial.db.clone(), true, &bank());
    let learner = site.learner("zoe").await;
    let family = site.house.bank.present().release.family(FAMILY).expect("the family");
    let taking = Taking::at(&learner, family).await;
    let asked = taking.waiting().await.expect("a question");
    let picture = |number: usize| taking.path(&format!("/questions/1/pictures/{number}"));
    let question = learner.get(&taking.path("/questions/1")).await;
    let described = format!("src=\"{}?lang=fr\" alt=\"Du sable, un parasol et un voilier\"", picture(0));
    let Solution::Choice { right } = asked.instance.key.question.solution else { panic!("a choice") };
    let described = described.replace("/pictures/0", &format!("/pictures/{right}"));
    question.leads("200").holds(&described).holds("Image 3");
    for number in 0..3 {
        let reply = learner.get(&picture(number)).await;
        assert_eq!((reply.status, reply.tally.commits), (200, 0));
        assert_eq!(reply.headers["content-type"], "image/jpeg");
    }
    learner.get(&picture(3)).await.leads("404");
    let other = site.learner("max").await;
    other.get(&picture(0)).await.leads("404");
    let wrong = (right + 1) % 3;
    taking.answer(1, &format!("choice={wrong}")).await.leads(&format!("303 {}", taking.path("/questions/2")));
    let correction = learner.get(&taking.path("/corrections/1")).await;
    correction
        .holds(&picture(right))
        .holds(&picture(wrong))
        .holds("alt=\"Du sable, un parasol et un voilier\"");
    learner.get(&picture(right)).await.leads("200");
    let staff = site.staff("ada").await;
    staff
        .get(&format!("/preview/{FAMILY}?seed=4"))
        .await
        .holds(&format!("/preview/{FAMILY}/pictures/0?seed=4"));
    staff.get(&format!("/preview/{FAMILY}/pictures/0?seed=4")).await.leads("200");
}
