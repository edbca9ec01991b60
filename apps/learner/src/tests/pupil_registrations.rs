//! A pupil without an account registers by the class list, on the way to a campaign of the school.

use store::account::Account;
use store::campaign::{Campaign, Kind};
use store::learner::{self, Learner};
use store::organisation::Organisation;
use store::{AccountId, LearnerId, trial};
use web::trial::{Reply, Visitor};

use super::schools::{draft, enrol, open, pupil, school, take, test_campaign, write};
use super::site::{PASSWORD, Site};

/// When the pupils of these tests were born.
pub const BORN: &str = "2013-03-12";
/// A pupil of the school, as she types it.
pub const LEA: (&str, &str, &str) = ("Lea", "Garrigue", "12/03/2013");

/// A school with a pupil without an account, and its campaign.
pub struct Room {
    /// The school.
    pub school: Organisation,
    /// Its campaign.
    pub campaign: Campaign,
    /// The pupil's line.
    pub line: Learner,
}

/// The school, its campaign, and a pupil without an account.
pub async fn room(site: &Site) -> Room {
    let school = school(site, "Collège Jean-Moulin").await;
    let campaign = open(site, draft(site, &school, Kind::Assessment)).await;
    let line = pupil(site, &school, ("Léa", "GARRIGUE"), ("INE1", BORN));
    enrol(site, std::slice::from_ref(&line)).await;
    Room { school, campaign, line }
}

impl Room {
    /// The page of the campaign.
    pub fn page(&self) -> String {
        format!("/campaigns/{}", self.campaign.code)
    }

    /// Sends the form for somebody, with what they choose.
    pub async fn post(&self, site: &Site, (first, last, born): (&str, &str, &str), more: &str) -> Reply {
        let encoded = crate::download::encoded;
        let names = format!("first-name={}&last-name={}", encoded(first), encoded(last));
        let fields = format!("{names}&birth-date={}{more}", encoded(born));
        site.guest().post(&format!("{}/registration", self.page()), &fields).await
    }

    /// Whose account the line is linked to.
    pub async fn owner(&self, site: &Site) -> Option<AccountId> {
        let lines = learner::born_on(&site.house.db, self.school.id, BORN).await.expect("a list");
        let found = lines.into_iter().find(|line: &Learner| line.id == self.line.id);
        found.expect("the line").account_id
    }
}

/// With a username.
pub fn by_username(username: &str) -> String {
    format!("&way=username&username={username}&password={PASSWORD}&terms=on")
}

/// With an address.
pub fn by_email(email: &str, password: &str) -> String {
    format!("&way=email&email={email}&username=lea.garrigue1203&password={password}&terms=on")
}

/// Links a line to an account.
pub async fn linked(site: &Site, (school, line): (&Organisation, LearnerId), account: AccountId) {
    write(site, async |tx| {
        assert!(learner::link(tx, school.id, line, account, site.now()).await.expect("linked"));
    })
    .await;
}

#[tokio::test]
async fn a_pupil_without_an_address_registers_and_begins() {
    trial::each(async |db| {
        let site = Site::over(db);
        let room = room(&site).await;
        let form = format!("{}/registration", room.page());
        let landing = site.guest().get(&room.page()).await;
        landing
            .says("registration-known-title")
            .says("participation-knock")
            .holds(&format!("href=\"{form}\""));
        site.guest().get(&form).await.leads("200").says("registration-title");
        let asked = room.post(&site, LEA, "").await;
        asked.leads("200").holds("lea.garrigue1203").holds("Léa GARRIGUE").says("registration-way-hint");
        assert_eq!(asked.tally.commits, 0, "nothing is written before the end");
        assert!(asked.tally.statements.len() <= 5, "{:#?}", asked.tally.statements);
        let made = room.post(&site, LEA, &by_username("lea.garrigue1203")).await;
        made.leads(&format!("303 {}", room.page()));
        assert_eq!(made.tally.commits, 1);
        let account = site.find("lea.garrigue1203").await.expect("an account");
        let expected = ("Léa", "GARRIGUE", None, false);
        let seen = (
            account.first_name.as_str(),
            account.last_name.as_str(),
            account.email,
            account.must_change_password,
        );
        assert_eq!(seen, expected);
        assert_eq!(room.owner(&site).await, Some(account.id));
        let visitor = site.signed_in(account.id).await;
        let lea = Visitor { cookie: made.session(), ..site.guest() };
        let landing = lea.get(&room.page()).await;
        landing.leads("200").says("participation-begin").holds("Léa GARRIGUE (6A)");
        landing.holds("Votre identifiant\u{a0}: lea.garrigue1203");
        take(&visitor, &room.campaign).await;
        let fields = format!("identifier=lea.garrigue1203&password={PASSWORD}");
        site.guest().post("/sign-in", &fields).await.leads("303 /home");
    })
    .await;
}

#[tokio::test]
async fn a_pupil_registers_with_an_address() {
    let site = Site::open().await;
    let room = room(&site).await;
    let made = room.post(&site, LEA, &by_email("lea%40pix.example", PASSWORD)).await;
    made.leads(&format!("303 {}", room.page()));
    let lea = Visitor { cookie: made.session(), ..site.guest() };
    lea.get(&room.page()).await.says("participation-begin").lacks("Votre identifiant");
    let account = site.find("lea@pix.example").await.expect("an account");
    assert_eq!((account.username, account.email_confirmed_at), (None, None));
    assert_eq!(room.owner(&site).await, Some(account.id));
    let mails = site.mails().await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].1.contains("/email-confirmation/"), "{}", mails[0].1);
}

#[tokio::test]
async fn what_a_link_brought_is_kept() {
    let site = Site::open().await;
    let room = room(&site).await;
    let form = format!("{}/registration?participantExternalId=z%C3%A9-7", room.page());
    let external = "name=\"participantExternalId\" value=\"zé-7\"";
    site.guest().get(&form).await.holds(external);
    room.post(&site, LEA, "&participantExternalId=z%C3%A9-7").await.leads("200").holds(external);
    let more = format!("{}&participantExternalId=z%C3%A9-7", by_username("lea.garrigue1203"));
    let made = room.post(&site, LEA, &more).await;
    made.leads(&format!("303 {}?participantExternalId=z%C3%A9-7", room.page()));
}

#[tokio::test]
async fn a_username_is_made_from_the_list_and_is_free() {
    let site = Site::open().await;
    let room = room(&site).await;
    let taken = Account {
        username: Some("lea.garrigue1203".to_owned()),
        email: None,
        ..site.account("x", store::account::Role::Learner).await
    };
    let taken = Account { id: AccountId::new(site.now(), 77), ..taken };
    write(&site, async |tx| {
        assert_eq!(
            store::account::create(tx, &taken).await.expect("made"),
            store::account::Creation::Created
        );
    })
    .await;
    let asked = room.post(&site, LEA, "").await;
    asked.leads("200").holds("name=\"username\" value=\"lea.garrigue").lacks("value=\"lea.garrigue1203\"");
    let late = room.post(&site, LEA, &by_username("lea.garrigue1203")).await;
    late.leads("422").says("registration-username-taken").lacks("value=\"lea.garrigue1203\"");
    assert_eq!(room.owner(&site).await, None);
    // A name of one's own invention is none.
    let invented = room.post(&site, LEA, &by_username("directeur")).await;
    invented.leads(&format!("303 {}", room.page()));
    assert_eq!(site.find("directeur").await, None);
    assert!(room.owner(&site).await.is_some());
}

#[tokio::test]
async fn what_is_missing_is_asked_again() {
    let site = Site::open().await;
    let room = room(&site).await;
    let twins = ["Lino", "Lina"].map(|first| pupil(&site, &room.school, (first, "Garrigue"), (first, BORN)));
    enrol(&site, &twins).await;
    for (typed, why) in [
        (("", "Garrigue", "12/03/2013"), "sign-up-error-first-name"),
        (("Lea", "", "12/03/2013"), "sign-up-error-last-name"),
        (("Lea", "Garrigue", "30/02/2013"), "participation-birth-date-wrong"),
        (("Linu", "Garrigue", "12/03/2013"), "participation-identity-several"),
        (("Paul", "Garrigue", "12/03/2013"), "participation-identity-nobody"),
    ] {
        room.post(&site, typed, "").await.leads("422").says(why);
    }
    for (more, why) in [
        ("&way=username&password=court&terms=on", "password-error-weak"),
        ("&way=username&terms=on", "password-error-empty"),
        ("&way=username&password=Tournesol-2026", "sign-up-error-terms"),
        ("&way=email&email=lea&password=Tournesol-2026&terms=on", "sign-up-refused"),
    ] {
        let refused = room.post(&site, LEA, more).await;
        refused.leads("422").says(why).holds("data-summary").holds("value=\"Garrigue\"");
        assert_eq!(refused.tally.commits, 0, "{more}");
    }
    assert_eq!(room.owner(&site).await, None);
}

#[tokio::test]
async fn an_account_in_the_way_is_named_masked_with_its_number() {
    let site = Site::open().await;
    let room = room(&site).await;
    let elsewhere = school(&site, "Lycée Camus").await;
    let (with_email, with_username) = (site.learner("owner").await, site.pupil("lina").await);
    let names = [("Lou", "INE2"), ("Max", "INE3"), ("Noé", "INE4"), ("Tom", "INE5")];
    let here = names.map(|(first, number)| pupil(&site, &room.school, (first, "Garrigue"), (number, BORN)));
    enrol(&site, &here).await;
    let [noe, tom] = [("Noé", "INE4"), ("Tom", "INE5")]
        .map(|(first, number)| pupil(&site, &elsewhere, (first, "Garrigue"), (number, BORN)));
    enrol(&site, &[noe.clone(), tom.clone()]).await;
    linked(&site, (&room.school, here[0].id), with_email.account).await;
    linked(&site, (&room.school, here[1].id), with_username.id).await;
    linked(&site, (&elsewhere, noe.id), with_email.account).await;
    linked(&site, (&elsewhere, tom.id), with_username.id).await;
    for (first, code, login) in [
        ("Lou", "S51", "o***@pix.example"),
        ("Max", "S52", "l***.t***"),
        ("Noé", "S61", "o***@pix.example"),
        ("Tom", "S62", "l***.t***"),
    ] {
        let typed = (first, "Garrigue", "12/03/2013");
        for more in ["", &by_username("x")] {
            let refused = room.post(&site, typed, more).await;
            refused.leads("422").holds(code).holds(login).lacks("owner@pix.example").lacks("lina.test");
            // The teacher sees no account of another school: somebody else helps.
            assert_eq!(refused.body.contains("aide@pix.example"), code.starts_with("S6"), "{code}");
            assert!(refused.headers.get("set-cookie").is_none(), "{first}");
        }
    }
}

#[tokio::test]
async fn a_form_sent_twice_leads_to_the_same_page() {
    let site = Site::open().await;
    let room = room(&site).await;
    for more in [by_username("lea.garrigue1203"), by_username("lea.garrigue1203")] {
        let made = room.post(&site, LEA, &more).await;
        made.leads(&format!("303 {}", room.page()));
        made.session();
    }
    let wrong = by_username("lea.garrigue1203").replace(PASSWORD, "Capucine-2026");
    let refused = room.post(&site, LEA, &wrong).await;
    refused.leads("422").holds("S52");
    assert!(refused.headers.get("set-cookie").is_none(), "nobody is signed in");
}

#[tokio::test]
async fn the_owner_of_an_address_is_told_and_nobody_else() {
    let site = Site::open().await;
    let room = room(&site).await;
    site.account_with_password("ada", 0).await;
    let refused = room.post(&site, LEA, &by_email("ada%40pix.example", "Capucine-2026")).await;
    refused.leads("422").says("sign-up-refused");
    let mails = site.mails().await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].0, "ada@pix.example");
    assert_eq!(room.owner(&site).await, None);
    let owner = room.post(&site, LEA, &by_email("ada%40pix.example", PASSWORD)).await;
    owner.leads(&format!("303 {}", room.page()));
    owner.session();
    assert_eq!(room.owner(&site).await, None, "the page of the campaign asks who she is");
}

#[tokio::test]
async fn only_strangers_on_the_campaign_of_a_list_register() {
    let site = Site::open().await;
    let room = room(&site).await;
    let usual = test_campaign(&site).await;
    let zoe = site.learner("zoe").await;
    zoe.get(&format!("{}/registration", room.page())).await.leads(&format!("303 {}", room.page()));
    let form = format!("/campaigns/{}", usual.code);
    site.guest().get(&format!("{form}/registration")).await.leads(&format!("303 {form}"));
    site.guest().get(&form).await.says("participation-knock").lacks("/registration");
    site.guest().get("/campaigns/BBBBBB222/registration").await.leads("404");
    let gar = Organisation { identity_provider: Some("GAR".to_owned()), ..room.school.clone() };
    let university = Organisation { kind: store::organisation::Kind::Sup, ..room.school.clone() };
    for changed in [gar, university] {
        write(&site, async |tx| assert!(store::organisation::change(tx, &changed).await.expect("changed")))
            .await;
        site.guest().get(&room.page()).await.leads("200").lacks("/registration");
        let refused = room.post(&site, LEA, &by_username("lea.garrigue1203")).await;
        refused.leads(&format!("303 {}", room.page()));
        assert_eq!(room.owner(&site).await, None, "{:?}", changed.kind);
    }
}
