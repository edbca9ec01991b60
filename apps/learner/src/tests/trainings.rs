//! Trainings: recommended at the end of a campaign, and gathered on a page.

use store::account::Creation;
use store::campaign::{Campaign, Kind};
use store::target_profile;
use store::training::{self, Training, Trigger};
use store::{TargetProfileId, TrainingId, trial};

use super::schools::{self, SUBJECT, company, draft, open, take, write};
use super::site::Site;

/// A training for who has at most half of a subject, one for who has at least half, one in English, one out of use, and
/// one that nothing brings.
async fn profile(site: &Site) -> TargetProfileId {
    let profile = schools::target_profile(site, SUBJECT);
    let trainings = [
        ("Les bases", "/tutorials", "fr", None, Some("goal")),
        ("Aller plus loin", "https://mooc.example/loin", "fr", None, Some("prerequisite")),
        ("The basics", "/tutorials", "en", None, Some("goal")),
        ("D'autrefois", "/tutorials", "fr", Some(site.now()), Some("goal")),
        ("Pour personne", "/tutorials", "fr", None, None),
    ];
    write(site, async |tx| {
        target_profile::create(tx, &profile).await.expect("a profile");
        for (number, (title, link, lang, retired_at, condition)) in (1..).zip(trainings) {
            let training = Training {
                id: TrainingId::new(site.now(), number),
                title: title.to_owned(),
                link: link.to_owned(),
                kind: "course".to_owned(),
                minutes: 20,
                lang: lang.to_owned(),
                retired_at,
            };
            assert_eq!(training::create(tx, &training).await.expect("a training"), Creation::Created);
            let Some(kind) = condition else { continue };
            let trigger = Trigger {
                target_profile_id: profile.id,
                training_id: training.id,
                kind: kind.to_owned(),
                threshold: 50,
                tubes: SUBJECT.to_owned(),
            };
            training::set_trigger(tx, &trigger).await.expect("a trigger");
        }
    })
    .await;
    profile.id
}

#[tokio::test]
async fn somebody_says_whether_a_training_was_useful() {
    trial::each(async |db| {
        let site = Site::over(db);
        let made_at = site.now();
        let company = company(&site).await;
        let target_profile_id = Some(profile(&site).await);
        let tubes = SUBJECT.to_owned();
        let campaign = Campaign { target_profile_id, tubes, ..draft(&site, &company, Kind::Assessment) };
        let campaign = open(&site, campaign).await;
        let visitor = site.learner("zoe").await;
        take(&visitor, &campaign).await.answer_all(|_| false).await;
        let rating = |number| format!("/trainings/{}/rating", TrainingId::new(made_at, number));
        let result = format!("/campaigns/{}/result", campaign.code);
        let back = format!("back={}", result.replace('/', "%2F"));
        for (sent, pressed) in [("yes", Some("yes")), ("yes", Some("yes")), ("no", Some("no")), ("", None)] {
            let posted = visitor.post(&rating(1), &format!("useful={sent}&{back}")).await;
            posted.leads(&format!("303 {result}"));
            for page in ["/trainings", &result] {
                let page = visitor.get(page).await;
                page.leads("200").says("training-rating").holds(&format!("action=\"{}\"", rating(1)));
                // The button that is pressed takes back what it said.
                let pressed_buttons = page.body.matches("value=\"\" aria-pressed=\"true\"").count();
                assert_eq!(pressed_buttons, usize::from(pressed.is_some()), "{sent}");
                for value in ["yes", "no"] {
                    let free = page.body.contains(&format!("value=\"{value}\" aria-pressed=\"false\""));
                    assert_eq!(free, pressed != Some(value), "{sent}: {value}");
                }
            }
        }
        visitor.post(&rating(2), "useful=no&back=https%3A%2F%2Fevil.example").await.leads("303 /trainings");
        for unknown in [rating(4), rating(9), "/trainings/nonsense/rating".to_owned()] {
            visitor.post(&unknown, "useful=yes").await.leads("404");
        }
        visitor.post_raw(&rating(1), &[], "csrf=other&useful=yes").await.leads("403");
        let marks = store::training_mark::of_account(&site.house.db, visitor.account).await.expect("marks");
        let told: Vec<_> = marks.iter().map(|mark| (mark.title.as_str(), mark.useful)).collect();
        assert_eq!(told, [("Aller plus loin", false)]);
    })
    .await;
}

#[tokio::test]
async fn a_result_brings_the_trainings_that_fit_it() {
    trial::each(async |db| {
        let site = Site::over(db);
        let company = company(&site).await;
        let target_profile_id = Some(profile(&site).await);
        let tubes = SUBJECT.to_owned();
        let campaign = Campaign { target_profile_id, tubes, ..draft(&site, &company, Kind::Assessment) };
        let campaign = open(&site, campaign).await;
        let titles = ["Les bases", "Aller plus loin", "The basics", "D'autrefois", "Pour personne"];
        for (name, right, expected) in [("zoe", false, "Les bases"), ("tom", true, "Aller plus loin")] {
            let visitor = site.learner(name).await;
            visitor.get("/trainings").await.leads("200").says("trainings-empty-title");
            take(&visitor, &campaign).await.answer_all(|_| right).await;
            for page in ["/trainings".to_owned(), format!("/campaigns/{}/result", campaign.code)] {
                let page = visitor.get(&page).await;
                page.leads("200").holds("Formation en ligne · 20");
                let shown: Vec<_> =
                    titles.into_iter().filter(|title| page.body.contains(&format!(">{title}</a>"))).collect();
                assert_eq!(shown, [expected], "{name}");
                assert!(page.tally.statements.len() <= 5, "{:#?}", page.tally.statements);
            }
            visitor.get("/trainings").await.holds("Rentrée numérique");
        }
        site.guest().get("/trainings").await.leads("303 /sign-in?next=%2Ftrainings");
    })
    .await;
}
