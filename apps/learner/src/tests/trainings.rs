//! Trainings: recommended at the end of a campaign, and gathered on a page.

use store::account::Creation;
use store::campaign::{Campaign, Kind};
use store::target_profile::{self, TargetProfile};
use store::training::{self, Training, Trigger};
use store::{TargetProfileId, TrainingId, trial};

use super::schools::{SUBJECT, company, draft, open, take, write};
use super::site::Site;

/// A training for who has at most half of a subject, one for who has at least half, one in English, one out of use, and
/// one that nothing brings.
async fn profile(site: &Site) -> TargetProfileId {
    let profile = TargetProfile {
        id: TargetProfileId::new(site.now(), 7),
        owner_id: None,
        name: "Rentrée".to_owned(),
        description: String::new(),
        category: "OTHER".to_owned(),
        tubes: SUBJECT.to_owned(),
        is_public: true,
        simplified: false,
        resettable: false,
        created_at: site.now(),
        outdated_at: None,
    };
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
