//! Taking the test of a campaign: questions, pauses, its end, what is sent. Scenarios 9 and 10.

use rules::snapshot::Snapshot;
use rules::subjects::Subjects;
use store::badge::{self, Badge};
use store::campaign::{Campaign, Kind};
use store::stage::{self, Stage};
use store::target_profile::{self, TargetProfile};
use store::{TargetProfileId, state, trial};
use web::{Lang, Words};

use super::schools::{self, SUBJECT, begin, company, draft, open, present, take, test_campaign, write};
use super::site::{DAY, Site};
use super::taking::{SKIP, Taking};
use crate::attempt_loading::{FRAMEWORK, read_state};

/// Scenario 9: given five answers, when continuing, then a checkpoint; closing and reopening resumes at the same question.
#[tokio::test]
async fn scenario_9_a_pause_after_five_answers_and_the_same_question_afterwards() {
    let site = Site::open().await;
    let company = company(&site).await;
    let tubes = "1.2-a:5 1.2-b:5 2.1-a:5 4.1-a:5 4.1-b:5 5.1-a:5".to_owned();
    let campaign = open(&site, Campaign { tubes, ..draft(&site, &company, Kind::Assessment) }).await;
    let zoe = site.learner("zoe").await;
    let taking = take(&zoe, &campaign).await;
    let page = format!("/campaigns/{}", campaign.code);
    for position in 1..5 {
        let led = taking.answer(position, SKIP).await;
        led.leads(&format!("303 {}", taking.path(&format!("/questions/{}", position + 1))));
    }
    taking.answer(5, SKIP).await.leads(&format!("303 {}", taking.path("/checkpoint")));
    let pause = zoe.get(&taking.path("/checkpoint")).await;
    pause.leads("200").holds("Rentrée numérique").holds("du parcours").says("checkpoint-continue");
    pause.lacks("class=\"ring");
    let question = taking.path("/questions/6");
    zoe.get(&taking.path("")).await.leads(&format!("303 {question}"));
    let asked = zoe.get(&question).await;
    asked.leads("200").holds("Rentrée numérique");
    let home = zoe.get("/home").await;
    home.says("participations-title").holds("Rentrée numérique").holds(&page);
    home.says("home-act-given").holds(&format!("class=\"btn\" href=\"{page}\""));
    let again = site.signed_in(zoe.account).await;
    again.get(&page).await.says("participation-resume").holds(&format!("href=\"{}\"", taking.path("")));
    again.get(&taking.path("")).await.leads(&format!("303 {question}"));
    let correction = zoe.get(&taking.path("/corrections/1")).await;
    correction.leads("200").holds(&format!("href=\"{page}\"")).holds("href=\"/participations\"");
}

/// Scenario 10: given a finished test, when automatic sharing applies, then SHARED, snapshot frozen; later practice changes nothing.
#[tokio::test]
async fn scenario_10_the_end_is_sent_at_once_and_frozen() {
    trial::each(async |db| {
        let site = Site::over(db);
        let campaign = test_campaign(&site).await;
        let zoe = site.learner("zoe").await;
        let taking = take(&zoe, &campaign).await;
        let led = taking.answer_all(|asked| asked.position % 2 == 1).await;
        assert_eq!(led, format!("303 {}", taking.path("/checkpoint")));
        let sent = present(&site, &campaign, zoe.account).await.expect("a try");
        assert_eq!((sent.completed_at, sent.shared_at), (Some(site.now()), Some(site.now())));
        let snapshot = Snapshot::decode(sent.snapshot.as_deref().expect("a snapshot")).expect("readable");
        let subjects = Subjects::parse(&campaign.tubes).expect("subjects");
        let known = taking.known().await.knowledge;
        let release = &site.house.bank.present().release;
        assert_eq!(snapshot, Snapshot::of(&subjects, release, &known));
        let mastery = snapshot.mastery(|_| true);
        assert_eq!(
            (sent.skills, sent.validated),
            (Some(mastery.skills.into()), Some(mastery.validated.into()))
        );
        assert!(mastery.validated > 0 && mastery.validated < mastery.skills, "{mastery:?}");
        zoe.get(&taking.path("/result")).await.leads(&format!("303 /campaigns/{}/result", campaign.code));
        let result = zoe.get(&format!("/campaigns/{}/result", campaign.code)).await;
        let percent = [("n", mastery.percent().into())];
        result.leads("200").holds(&Words::of(Lang::Fr).with("participation-mastery", &percent));
        result.says("participation-over");
        let page = zoe.get(&format!("/campaigns/{}", campaign.code)).await;
        page.says("participation-was-sent-title").holds("Atelier Nord a reçu votre résultat").holds("<time");
        page.lacks(Words::of(Lang::Fr).say("participation-sent-title"));
        result.holds("est arrivé chez Atelier Nord").says("participation-by-competence").holds("<progress");
        site.wait(5 * DAY);
        Taking::begin(&zoe).await.answer_all(|_| true).await;
        assert_eq!(
            present(&site, &campaign, zoe.account).await,
            Some(sent),
            "later practice changes nothing"
        );
    })
    .await;
}

/// What was done is said first; nothing is reproached.
#[tokio::test]
async fn whoever_passed_every_question_reads_that_it_is_over() {
    let site = Site::open().await;
    let campaign = test_campaign(&site).await;
    let zoe = site.learner("zoe").await;
    take(&zoe, &campaign).await.answer_all(|_| false).await;
    let page = zoe.get(&format!("/campaigns/{}/result", campaign.code)).await;
    page.leads("200").holds("<h1>Parcours terminé</h1>").holds("Aucun acquis validé pour l’instant");
    page.lacks("Vous maîtrisez");
}

#[tokio::test]
async fn every_answer_costs_what_it_costs_elsewhere_and_the_last_one_two_statements_more() {
    trial::each(async |db| {
        let usual = if db.is_embedded() { 3 } else { 2 };
        let site = Site::over(db);
        let company = company(&site).await;
        let target_profile_id = Some(profile(&site).await);
        let campaign = Campaign { target_profile_id, ..draft(&site, &company, Kind::Assessment) };
        let campaign = open(&site, campaign).await;
        let zoe = site.learner("zoe").await;
        let taking = take(&zoe, &campaign).await;
        while let Some(asked) = taking.waiting().await {
            let tally = taking.answer(asked.position, SKIP).await.tally;
            let over = taking.waiting().await.is_none();
            let expected = if over { 5 } else { usual };
            assert_eq!((tally.statements.len(), tally.commits), (expected, 1), "{:#?}", tally.statements);
        }
        let repeated = taking.answer(1, SKIP).await;
        assert_eq!((repeated.tally.statements.len(), repeated.tally.commits), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn a_stage_and_a_badge_are_earned_and_shown() {
    let site = Site::open().await;
    let company = company(&site).await;
    let target_profile_id = Some(profile(&site).await);
    let campaign = Campaign {
        target_profile_id,
        end_text: Some("Rendez-vous jeudi.".to_owned()),
        end_button: Some("Site de l'atelier".to_owned()),
        end_link: Some("https://atelier.example".to_owned()),
        ..draft(&site, &company, Kind::Assessment)
    };
    let campaign = open(&site, campaign).await;
    for (name, right, stage, title) in [("zoe", true, 50, "Avancé"), ("max", false, 0, "Débutant")] {
        let learner = site.learner(name).await;
        take(&learner, &campaign).await.answer_all(|_| right).await;
        let sent = present(&site, &campaign, learner.account).await.expect("a try");
        let badges = if right { " SAFE " } else { " " };
        assert_eq!((sent.stage, sent.badges.as_deref()), (Some(stage), Some(badges)), "{name}");
        let result = learner.get(&format!("/campaigns/{}/result", campaign.code)).await;
        result.holds(title).holds("Rendez-vous jeudi.").holds("href=\"https://atelier.example\"");
        assert_eq!(result.body.contains("Badge sûr"), right, "{name}");
    }
}

/// What is added to the profile later was not earned: the organisation does not see it either.
#[tokio::test]
async fn what_is_promised_after_the_end_was_not_earned() {
    let site = Site::open().await;
    let company = company(&site).await;
    let promising = promises_nothing(&site).await;
    let draft = draft(&site, &company, Kind::Assessment);
    let campaign = open(&site, Campaign { target_profile_id: Some(promising), ..draft }).await;
    let zoe = site.learner("zoe").await;
    take(&zoe, &campaign).await.answer_all(|_| true).await;
    rewards(&site, promising).await;
    let result = zoe.get(&format!("/campaigns/{}/result", campaign.code)).await;
    result.leads("200").lacks("Avancé").lacks("Badge sûr");
}

#[tokio::test]
async fn what_is_known_counts_and_nothing_left_to_ask_is_the_end() {
    let site = Site::open().await;
    let company = company(&site).await;
    let campaign = Campaign { tubes: SUBJECT.to_owned(), ..draft(&site, &company, Kind::Assessment) };
    let campaign = open(&site, campaign).await;
    let zoe = site.learner("zoe").await;
    Taking::begin(&zoe).await.answer_all(|_| true).await;
    let end = format!("303 /campaigns/{}/result", campaign.code);
    for _ in 0..2 {
        begin(&zoe, &campaign, "").await.leads(&end);
    }
    let sent = present(&site, &campaign, zoe.account).await.expect("a try");
    assert_eq!((sent.shared_at, sent.attempt_id), (Some(site.now()), None));
    assert_eq!((sent.skills, sent.validated), (Some(2), Some(2)));
    zoe.get(&format!("/campaigns/{}/result", campaign.code)).await.leads("200").holds("100\u{202f}%");
}

#[tokio::test]
async fn what_is_learnt_counts_on_the_profile_but_not_in_an_exam() {
    let site = Site::open().await;
    let company = company(&site).await;
    for (name, kind) in [("zoe", Kind::Assessment), ("max", Kind::Exam)] {
        let campaign = open(&site, draft(&site, &company, kind)).await;
        let learner = site.learner(name).await;
        Taking::begin(&learner).await.answer_all(|_| true).await;
        let before = profile_of(&site, learner.account).await;
        let taking = take(&learner, &campaign).await;
        let fresh = taking.known().await;
        assert_eq!(fresh.knowledge.iter().count() == 0, kind == Kind::Exam, "an exam starts from nothing");
        taking.answer_all(|_| true).await;
        let after = profile_of(&site, learner.account).await;
        assert_eq!(before == after, kind == Kind::Exam, "{kind:?}");
        let sent = present(&site, &campaign, learner.account).await.expect("a try");
        assert!(sent.shared_at.is_some() && sent.skills == sent.validated, "{sent:?}");
        learner.get(&format!("/campaigns/{}/result", campaign.code)).await.leads("200");
    }
}

#[tokio::test]
async fn several_tests_live_side_by_side() {
    let site = Site::open().await;
    let company = company(&site).await;
    let zoe = site.learner("zoe").await;
    let competence = Taking::begin(&zoe).await;
    let first = open(&site, draft(&site, &company, Kind::Assessment)).await;
    let second = Campaign { tubes: "5.1-a:3".to_owned(), ..draft(&site, &company, Kind::Assessment) };
    let second = open(&site, second).await;
    let (one, other) = (take(&zoe, &first).await, take(&zoe, &second).await);
    for taking in [&competence, &one, &other] {
        taking.answer(1, SKIP).await.leads(&format!("303 {}", taking.path("/questions/2")));
    }
    one.answer_all(|_| false).await;
    zoe.get(&other.path("")).await.leads(&format!("303 {}", other.path("/questions/2")));
    let third = Campaign { tubes: "2.1-a:2".to_owned(), ..draft(&site, &company, Kind::Assessment) };
    take(&zoe, &open(&site, third).await).await;
    assert!(one.known().await.run(one.id.number()).is_none(), "what is over is dropped");
    zoe.get(&one.path("/corrections/1")).await.leads("200");
    zoe.get(&one.path("")).await.leads(&format!("303 {}", one.path("/result")));
    zoe.get(&one.path("/result")).await.leads(&format!("303 /campaigns/{}", first.code));
}

#[tokio::test]
async fn nothing_is_sent_of_a_campaign_for_novices() {
    let site = Site::open().await;
    let company = company(&site).await;
    let campaign = Campaign { for_novices: true, title: None, ..draft(&site, &company, Kind::Assessment) };
    let campaign = open(&site, campaign).await;
    let zoe = site.learner("zoe").await;
    let page = format!("/campaigns/{}", campaign.code);
    zoe.get(&page).await.holds("ne reçoit pas votre résultat").holds(&format!("Parcours {}", campaign.code));
    take(&zoe, &campaign).await.answer_all(|_| true).await;
    let over = present(&site, &campaign, zoe.account).await.expect("a try");
    assert_eq!((over.completed_at, over.shared_at, over.snapshot), (Some(site.now()), None, None));
    zoe.get(&format!("{page}/result")).await.leads("200").says("participation-not-sent");
}

async fn profile_of(site: &Site, account: store::AccountId) -> measure::placement::Knowledge {
    let stored = state::find(&site.house.db, account, FRAMEWORK).await.expect("a state");
    read_state(&stored.body).expect("a state of this version").knowledge
}

/// A target profile with two stages and a badge.
async fn profile(site: &Site) -> TargetProfileId {
    let id = promises_nothing(site).await;
    rewards(site, id).await;
    id
}

async fn promises_nothing(site: &Site) -> TargetProfileId {
    let id = TargetProfileId::new(site.now(), 1);
    let profile = TargetProfile { id, ..schools::target_profile(site, schools::SUBJECTS) };
    write(site, async |tx| {
        target_profile::create(tx, &profile).await.expect("made");
    })
    .await;
    id
}

async fn rewards(site: &Site, target_profile_id: TargetProfileId) {
    let stages = [(0, "Débutant"), (50, "Avancé")].map(|(threshold, title)| Stage {
        target_profile_id,
        threshold,
        title: title.to_owned(),
        message: "Continuez.".to_owned(),
        teacher_title: String::new(),
        teacher_message: String::new(),
    });
    let badge = Badge {
        target_profile_id,
        id: store::BadgeId::new(site.now(), 1),
        key: "SAFE".to_owned(),
        title: "Badge sûr".to_owned(),
        message: "Bravo.".to_owned(),
        always_visible: true,
        certifiable: false,
        criteria: "75\n50 1.2-a:2".to_owned(),
    };
    write(site, async |tx| {
        for stage in &stages {
            stage::create(tx, stage).await.expect("a stage");
        }
        badge::create(tx, &badge).await.expect("a badge");
    })
    .await;
}
