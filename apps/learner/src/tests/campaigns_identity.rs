//! Who of the class list somebody is. Scenarios 4, 5 and 6, and the numbers of the troubleshooting sheets.

use store::campaign::{Campaign, Kind};
use store::learner::{self, Learner};
use store::organisation::Organisation;
use store::{AccountId, LearnerId, trial};
use web::trial::{Reply, Visitor};

use super::schools::{begin, draft, enrol, open, present, pupil, school, take, write};
use super::site::{DAY, Site};

const BORN: &str = "2013-03-12";

async fn campaign_of(site: &Site, school: &Organisation) -> Campaign {
    open(site, draft(site, school, Kind::Assessment)).await
}

/// Says who one is.
pub async fn say(
    visitor: &Visitor<'_>,
    campaign: &Campaign,
    (first, last, born): (&str, &str, &str),
) -> Reply {
    let encoded = crate::download::encoded;
    let fields =
        format!("first-name={}&last-name={}&birth-date={}", encoded(first), encoded(last), encoded(born));
    visitor.post(&format!("/campaigns/{}/identity", campaign.code), &fields).await
}

async fn line_of(site: &Site, school: &Organisation, account: AccountId) -> Option<LearnerId> {
    let line = learner::of_account(&site.house.db, school.id, account).await.expect("a list");
    line.map(|line| line.id)
}

async fn linked(site: &Site, line: &Learner, account: AccountId) {
    write(site, async |tx| {
        assert!(learner::link(tx, line.organisation_id, line.id, account, site.now()).await.expect("linked"));
    })
    .await;
}

/// Scenario 4: given *Ilyes* typed for *Ilyès*, when reconciling with the right date, then linked (username from the list).
#[tokio::test]
async fn scenario_4_a_name_without_its_accent_finds_its_line() {
    trial::each(async |db| {
        let site = Site::over(db);
        let school = school(&site, "Collège Jean-Moulin").await;
        let campaign = campaign_of(&site, &school).await;
        let ilyes = pupil(&site, &school, ("Ilyès", "Ben Saïd"), ("INE1", BORN));
        enrol(&site, &[ilyes.clone(), pupil(&site, &school, ("Léa", "Garrigue"), ("INE2", BORN))]).await;
        let visitor = site.learner("ilyes").await;
        let page = format!("/campaigns/{}", campaign.code);
        visitor
            .get(&page)
            .await
            .says("participation-identify-go")
            .lacks("method=\"post\" action=\"/campaigns/");
        begin(&visitor, &campaign, "").await.leads(&format!("303 {page}"));
        visitor.get(&format!("{page}/identity")).await.leads("200").says("participation-identity-title");
        let wrong_day = say(&visitor, &campaign, ("Ilyes", "Ben Said", "13/03/2013")).await;
        wrong_day.leads("422").says("participation-identity-nobody").holds("value=\"Ilyes\"");
        let right = say(&visitor, &campaign, ("Ilyes", "Ben Said", "12/03/2013")).await;
        right.leads(&format!("303 {page}"));
        assert!(right.tally.statements.len() <= 5, "{:#?}", right.tally.statements);
        assert_eq!(line_of(&site, &school, visitor.account).await, Some(ilyes.id));
        visitor.get(&page).await.holds("Ilyès Ben Saïd (6A)").says("participation-begin");
        say(&visitor, &campaign, ("Ilyes", "Ben Said", "12/03/2013")).await.leads(&format!("303 {page}"));
        visitor.get(&format!("{page}/identity")).await.leads(&format!("303 {page}"));
        take(&visitor, &campaign).await;
        let begun = present(&site, &campaign, visitor.account).await.expect("a try");
        assert_eq!(begun.learner_id, Some(ilyes.id));
    })
    .await;
}

/// Scenario 7: given a GAR school, when a pupil enters a plain code, then sent to the mediacentre; whom the list knows
/// already goes on.
#[tokio::test]
async fn scenario_7_a_pupil_of_a_gar_school_comes_through_the_mediacentre() {
    let site = Site::open().await;
    let school = school(&site, "Collège Jean-Moulin").await;
    let gar = Organisation { identity_provider: Some("GAR".to_owned()), ..school.clone() };
    write(&site, async |tx| assert!(store::organisation::change(tx, &gar).await.expect("changed"))).await;
    let campaign = campaign_of(&site, &school).await;
    let (lea, known) = (
        pupil(&site, &school, ("Léa", "Garrigue"), ("INE1", BORN)),
        pupil(&site, &school, ("Ilyès", "Ben Saïd"), ("INE2", BORN)),
    );
    enrol(&site, &[lea, known.clone()]).await;
    let (visitor, ilyes) = (site.learner("lea").await, site.learner("ilyes").await);
    linked(&site, &known, ilyes.account).await;
    let page = format!("/campaigns/{}", campaign.code);
    let told = "entrent par le médiacentre";
    site.guest().get(&page).await.leads("200").holds(told).lacks("/sign-up?next");
    visitor.get(&page).await.leads("200").holds(told).lacks("/identity");
    visitor.get(&format!("{page}/identity")).await.leads(&format!("303 {page}"));
    say(&visitor, &campaign, ("Léa", "Garrigue", BORN)).await.leads(&format!("303 {page}"));
    begin(&visitor, &campaign, "").await.leads(&format!("303 {page}"));
    assert_eq!(line_of(&site, &school, visitor.account).await, None, "nothing is linked");
    assert_eq!(present(&site, &campaign, visitor.account).await, None, "nothing is begun");
    ilyes.get(&page).await.says("participation-begin").lacks(told);
    take(&ilyes, &campaign).await;
}

/// Scenario 5: given two homonyms with different dates, when one joins, then only that one is linked.
#[tokio::test]
async fn scenario_5_of_two_homonyms_only_the_one_born_that_day_is_linked() {
    let site = Site::open().await;
    let school = school(&site, "Collège Jean-Moulin").await;
    let campaign = campaign_of(&site, &school).await;
    let one = pupil(&site, &school, ("Léa", "Garrigue"), ("INE1", BORN));
    let other = pupil(&site, &school, ("Léa", "Garrigue"), ("INE2", "2013-09-30"));
    enrol(&site, &[one.clone(), other.clone()]).await;
    let (lea, second) = (site.learner("lea").await, site.learner("lea2").await);
    assert_eq!(say(&lea, &campaign, ("Léa", "Garrigue", "30 septembre 2013")).await.status, 303);
    assert_eq!(line_of(&site, &school, lea.account).await, Some(other.id));
    assert_eq!(say(&second, &campaign, ("Léa", "Garrigue", "12/03/2013")).await.status, 303);
    assert_eq!(line_of(&site, &school, second.account).await, Some(one.id));
}

/// Scenario 6: given a sister's account in use, when the brother joins, then R90, nothing linked.
#[tokio::test]
async fn scenario_6_a_brother_does_not_join_with_his_sisters_account() {
    trial::each(async |db| {
        let site = Site::over(db);
        let here = school(&site, "Collège Jean-Moulin").await;
        let elsewhere = school(&site, "Lycée Camus").await;
        let campaign = campaign_of(&site, &here).await;
        let sister = pupil(&site, &elsewhere, ("Ana", "Costa"), ("INE1", "2009-01-05"));
        let brother = pupil(&site, &here, ("Rui", "Costa"), ("INE2", BORN));
        enrol(&site, &[sister.clone(), brother.clone()]).await;
        let ana = site.learner("ana").await;
        linked(&site, &sister, ana.account).await;
        say(&ana, &campaign, ("Rui", "Costa", "12/03/2013")).await.leads("422").holds("R90");
        assert_eq!(line_of(&site, &here, ana.account).await, None, "nothing is linked");
    })
    .await;
}

#[tokio::test]
async fn an_account_in_the_way_is_named_masked_with_its_number() {
    let site = Site::open().await;
    let here = school(&site, "Collège Jean-Moulin").await;
    let elsewhere = school(&site, "Lycée Camus").await;
    let campaign = campaign_of(&site, &here).await;
    let (with_email, with_username) = (site.learner("owner").await, site.pupil("lina").await);
    let lines = [("Léa", "INE1"), ("Lina", "INE2"), ("Noé", "INE3"), ("Tom", "INE4"), ("Twin", "INE5")];
    let lines = lines.map(|(first, number)| pupil(&site, &here, (first, "Garrigue"), (number, BORN)));
    enrol(&site, &lines).await;
    let moved = [("Noé", "INE3"), ("Tom", "INE4")]
        .map(|(first, number)| pupil(&site, &elsewhere, (first, "Garrigue"), (number, BORN)));
    enrol(&site, &moved).await;
    linked(&site, &lines[0], with_email.account).await;
    linked(&site, &lines[1], with_username.id).await;
    linked(&site, &moved[0], with_email.account).await;
    linked(&site, &moved[1], with_username.id).await;
    let zoe = site.learner("zoe").await;
    for (first, code, login) in [
        ("Léa", "R31", "o***@pix.example"),
        ("Lina", "R32", "l***.t***"),
        ("Tom", "R12", "l***.t***"),
        ("Noé", "R11", "o***@pix.example"),
    ] {
        let refused = say(&zoe, &campaign, (first, "Garrigue", "12/03/2013")).await;
        refused.leads("422").holds(code).holds(login).lacks("owner@pix.example").lacks("lina.test");
        assert_eq!(line_of(&site, &here, zoe.account).await, None, "{first}");
    }
    let other = say(&with_email, &campaign, ("Twin", "Garrigue", "12/03/2013")).await;
    other.leads("422").holds("R70");
}

/// R70, also when both lines are asked for at the same instant.
#[tokio::test]
async fn one_account_takes_one_line_of_two_asked_for_at_once() {
    trial::each(async |db| {
        let site = Site::over(db);
        let school = school(&site, "Collège Jean-Moulin").await;
        let campaign = campaign_of(&site, &school).await;
        for round in 0..8 {
            let born = format!("2013-03-1{round}");
            let lines = [("Rui", "A"), ("Zélie", "B")].map(|(first, number)| {
                pupil(&site, &school, (first, "Costa"), (&format!("INE{round}{number}"), &born))
            });
            enrol(&site, &lines).await;
            let ana = site.learner(&format!("ana{round}")).await;
            let (one, other) = tokio::join!(
                say(&ana, &campaign, ("Rui", "Costa", &born)),
                say(&ana, &campaign, ("Zélie", "Costa", &born)),
            );
            let (done, refused) = if one.status == 303 { (one, other) } else { (other, one) };
            done.leads(&format!("303 /campaigns/{}", campaign.code));
            refused.leads("422").holds("R70");
            let line = line_of(&site, &school, ana.account).await;
            assert!(lines.iter().any(|own| Some(own.id) == line), "one of both is linked: {line:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_asked_again() {
    let site = Site::open().await;
    let school = school(&site, "Collège Jean-Moulin").await;
    let campaign = campaign_of(&site, &school).await;
    let twins = ["Lino", "Lina"].map(|first| pupil(&site, &school, (first, "Garrigue"), (first, BORN)));
    enrol(&site, &twins).await;
    let zoe = site.learner("zoe").await;
    for (typed, why) in [
        (("", "Garrigue", "12/03/2013"), "sign-up-error-first-name"),
        (("Lina", "", "12/03/2013"), "sign-up-error-last-name"),
        (("Lina", "Garrigue", "30/02/2013"), "participation-birth-date-wrong"),
        (("Linu", "Garrigue", "12/03/2013"), "participation-identity-several"),
        (("Paul", "Garrigue", "12/03/2013"), "participation-identity-nobody"),
    ] {
        say(&zoe, &campaign, typed).await.leads("422").says(why);
    }
    assert_eq!(line_of(&site, &school, zoe.account).await, None);
}

/// A pupil who is in the newest list no more neither joins nor begins.
#[tokio::test]
async fn who_left_the_list_cannot_begin() {
    let site = Site::open().await;
    let school = school(&site, "Collège Jean-Moulin").await;
    let campaign = campaign_of(&site, &school).await;
    let lea = site.learner("lea").await;
    let left = Learner {
        account_id: Some(lea.account),
        disabled_at: Some(site.now()),
        ..pupil(&site, &school, ("Léa", "Garrigue"), ("INE1", BORN))
    };
    enrol(&site, &[left]).await;
    let page = format!("/campaigns/{}", campaign.code);
    lea.get(&page)
        .await
        .leads("200")
        .holds("plus dans la liste")
        .lacks("method=\"post\" action=\"/campaigns/");
    begin(&lea, &campaign, "").await.leads(&format!("303 {page}"));
    let max = site.learner("max").await;
    say(&max, &campaign, ("Léa", "Garrigue", "12/03/2013")).await.says("participation-identity-nobody");
}

/// A teacher took the account from the pupil's line: it was somebody else's. What it did stays; it begins nothing more.
#[tokio::test]
async fn an_account_taken_from_a_line_tries_no_more() {
    let site = Site::open().await;
    let school = school(&site, "Collège Jean-Moulin").await;
    let several = Campaign { several_sendings: true, ..draft(&site, &school, Kind::Assessment) };
    let campaign = open(&site, several).await;
    let brother = pupil(&site, &school, ("Rui", "Costa"), ("INE2", BORN));
    enrol(&site, std::slice::from_ref(&brother)).await;
    let ana = site.learner("ana").await;
    linked(&site, &brother, ana.account).await;
    take(&ana, &campaign).await.answer_all(|asked| asked.position == 1).await;
    let sent = present(&site, &campaign, ana.account).await;
    write(&site, async |tx| {
        let which = (brother.id, ana.account);
        let detached = store::learner_detachment::detach(tx, school.id, which, site.now()).await;
        assert!(detached.expect("a list"));
    })
    .await;
    site.wait(4 * DAY);
    let end = format!("/campaigns/{}/result", campaign.code);
    ana.get(&end).await.leads("200").lacks("name=\"again\"");
    begin(&ana, &campaign, "again=1").await.leads(&format!("303 {end}"));
    assert_eq!(line_of(&site, &school, ana.account).await, None, "nobody adds themselves to the list");
    assert_eq!(present(&site, &campaign, ana.account).await, sent);
}

/// A sister took part in her brother's name, and his teacher took her account from his line: with his own, he is told
/// what to ask for, and begins once that is done.
#[tokio::test]
async fn another_account_already_took_part_as_this_pupil() {
    trial::each(async |db| {
        let site = Site::over(db);
        let school = school(&site, "Collège Jean-Moulin").await;
        let (campaign, other) = (campaign_of(&site, &school).await, campaign_of(&site, &school).await);
        let brother = pupil(&site, &school, ("Rui", "Costa"), ("INE2", BORN));
        enrol(&site, std::slice::from_ref(&brother)).await;
        let (ana, rui) = (site.learner("ana").await, site.learner("rui").await);
        linked(&site, &brother, ana.account).await;
        take(&ana, &campaign).await;
        let hers = present(&site, &campaign, ana.account).await.expect("a try");
        let page = format!("/campaigns/{}", campaign.code);
        ana.get(&page).await.says("participation-resume");
        write(&site, async |tx| {
            let which = (brother.id, ana.account);
            let detached = store::learner_detachment::detach(tx, school.id, which, site.now()).await;
            assert!(detached.expect("a list"));
        })
        .await;
        let told = "Un autre compte a déjà participé à ce parcours au nom de Rui Costa (6A)";
        say(&rui, &campaign, ("Rui", "Costa", "12/03/2013")).await.leads(&format!("303 {page}"));
        assert_eq!(line_of(&site, &school, rui.account).await, Some(brother.id), "the line is his");
        rui.get(&page).await.leads("200").holds(told).lacks("method=\"post\" action=\"/campaigns/");
        begin(&rui, &campaign, "").await.leads(&format!("303 {page}"));
        assert_eq!(present(&site, &campaign, rui.account).await, None, "nothing is begun");
        rui.get(&format!("/campaigns/{}", other.code)).await.says("participation-begin").lacks(told);
        write(&site, async |tx| {
            let by = ana.account;
            let deleted = store::participation::delete(tx, campaign.id, hers.id, by, site.now()).await;
            assert!(deleted.expect("a campaign"));
        })
        .await;
        rui.get(&page).await.says("participation-begin").lacks(told);
        take(&rui, &campaign).await;
        let his = present(&site, &campaign, rui.account).await.expect("a try");
        assert_eq!(his.learner_id, Some(brother.id));
    })
    .await;
}

/// What is left of an account that was erased leads to nobody, and stands in nobody's way.
#[tokio::test]
async fn an_erased_account_stands_in_nobodys_way() {
    let site = Site::open().await;
    let school = school(&site, "Collège Jean-Moulin").await;
    let campaign = campaign_of(&site, &school).await;
    let rui = pupil(&site, &school, ("Rui", "Costa"), ("INE2", BORN));
    enrol(&site, std::slice::from_ref(&rui)).await;
    let (former, present) = (site.learner("former").await, site.learner("rui").await);
    linked(&site, &rui, former.account).await;
    take(&former, &campaign).await;
    write(&site, async |tx| {
        let erasure = store::erasure::Erasure {
            account: former.account,
            email: Some("former@pix.example"),
            failed_sign_ins: 0,
            person: -5,
            grain: 1_000,
            now: site.now(),
        };
        assert!(store::erasure::forget(tx, &erasure).await.expect("forgotten"));
    })
    .await;
    say(&present, &campaign, ("Rui", "Costa", "12/03/2013")).await;
    present.get(&format!("/campaigns/{}", campaign.code)).await.says("participation-begin");
    take(&present, &campaign).await;
}
