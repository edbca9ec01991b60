//! A pupil without an e-mail address: registers by the class list, leaves the school, takes the account back.

use crate::accessibility::{LOOKS, check};
use crate::backstage::Backstage;
use crate::browser::Browser;
use crate::keyboard::{enter, press, reach};
use crate::site::Site;
use crate::visitor::{GLANCE, GLANCES, PASSWORD, Visitor};
use store::campaign;
use store::learner::Learner;
use thirtyfour::Key;

/// The campaign of the demonstration's school.
const CAMPAIGN: &str = "/campaigns/TRMKWD234";
const NUMBER: &str = "990000777ZB";
const NAMES: [(&str, &str); 3] =
    [("#first-name", "Oriane"), ("#last-name", "d'Essai"), ("#birth-date", "29/02/2016")];
const USERNAME: &str = "oriane.dessai2902";
const ADDRESS: &str = "oriane@journey.example";
const SUBMIT: &str = "main form [type=submit]";
/// The link of the mail.
const LINK: &str = "main details[open] a[href*='/account-recovery/']";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pupil_with_the_keyboard_alone() {
    let site = Site::on_sqlite();
    let list = list(&site).await;
    let pupil = Visitor::arrive(&site).await;
    LOOKS[1].take(&pupil).await;
    pupil.open(CAMPAIGN).await;
    enter(&pupil, "main a[href$='/registration']").await;
    type_in(&pupil, &NAMES).await;
    enter(&pupil, SUBMIT).await;
    let mut faults = LOOKS[1].faults(&pupil, "registration").await;
    type_in(&pupil, &[("#password", PASSWORD)]).await;
    tick(&pupil, "#terms").await;
    enter(&pupil, SUBMIT).await;
    assert_eq!(pupil.path().await, CAMPAIGN);

    list.leave().await;
    forget(&pupil).await;
    LOOKS[1].take(&pupil).await;
    pupil.open("/sign-in").await;
    enter(&pupil, "main a[href='/leaving-school']").await;
    type_in(&pupil, &[("#number", NUMBER)]).await;
    type_in(&pupil, &NAMES).await;
    enter(&pupil, SUBMIT).await;
    faults.extend(LOOKS[1].faults(&pupil, "leaving-school").await);
    tick(&pupil, "#sworn").await;
    type_in(&pupil, &[("#email", ADDRESS)]).await;
    enter(&pupil, SUBMIT).await;
    faults.extend(LOOKS[1].faults(&pupil, "leaving-school-sent").await);
    open_the_link(&pupil).await;
    faults.extend(LOOKS[1].faults(&pupil, "account-recovery").await);
    type_in(&pupil, &[("#password", PASSWORD)]).await;
    tick(&pupil, "#terms").await;
    enter(&pupil, SUBMIT).await;
    assert_eq!(pupil.path().await, "/home");
    check(&faults);
    pupil.browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pupil_without_javascript() {
    let site = Site::on_sqlite();
    let list = list(&site).await;
    let pupil = Visitor { site: &site, browser: Browser::open_without_javascript().await };
    pupil.open(CAMPAIGN).await;
    pupil.follow("main a[href$='/registration']").await;
    write(&pupil, &NAMES).await;
    pupil.follow(SUBMIT).await;
    assert!(pupil.text("main").await.contains(USERNAME), "{}", pupil.text("main").await);
    pupil.follow(SUBMIT).await;
    assert_eq!(pupil.count("[data-summary] li").await, 2, "a password and the terms are missing");
    accept(&pupil).await;
    assert_eq!(pupil.path().await, CAMPAIGN);

    list.leave().await;
    forget(&pupil).await;
    pupil.open("/leaving-school").await;
    write(&pupil, &[("#number", "990000777ZZ")]).await;
    write(&pupil, &NAMES).await;
    pupil.follow(SUBMIT).await;
    assert_eq!(pupil.count("main [role=alert]").await, 1, "another number is nobody's");
    write(&pupil, &[("#number", NUMBER)]).await;
    pupil.follow(SUBMIT).await;
    assert!(pupil.path().await.starts_with("/leaving-school/"), "{}", pupil.path().await);
    pupil.click("#sworn").await;
    write(&pupil, &[("#email", ADDRESS)]).await;
    pupil.follow(SUBMIT).await;
    open_the_link(&pupil).await;
    let link = pupil.path().await;
    accept(&pupil).await;
    assert_eq!(pupil.path().await, "/home");

    pupil.open(&link).await;
    assert_eq!(pupil.count("#password").await, 0, "the link serves once");
    forget(&pupil).await;
    pupil.open("/sign-in").await;
    write(&pupil, &[("#identifier", USERNAME), ("#password", PASSWORD)]).await;
    pupil.follow(SUBMIT).await;
    assert_eq!(pupil.path().await, "/sign-in", "the username of the school opens nothing any more");
    pupil.sign_in(ADDRESS).await;
    pupil.browser.close().await;
}

/// The class list of the demonstration's school, with a pupil who has no account yet.
struct List {
    backstage: Backstage,
    line: Learner,
}

async fn list(site: &Site) -> List {
    let backstage = Backstage::of(site).await;
    let code = CAMPAIGN.rsplit('/').next().expect("a code");
    let campaign = campaign::by_code(backstage.db(), code).await.expect("the campaigns").expect("a campaign");
    let line = backstage.enrol(&campaign, (NUMBER, "2016-02-29"), ("Oriane", "d'Essai")).await;
    List { backstage, line }
}

impl List {
    async fn leave(&self) {
        self.backstage.strike(&self.line).await;
    }
}

/// Signs out, as a browser that is closed for months does.
async fn forget(pupil: &Visitor<'_>) {
    pupil.window().delete_all_cookies().await.expect("cookies go");
}

async fn type_in(pupil: &Visitor<'_>, fields: &[(&str, &str)]) {
    for (field, text) in fields {
        reach(pupil, field).await;
        press(pupil, *text).await;
    }
}

async fn tick(pupil: &Visitor<'_>, field: &str) {
    reach(pupil, field).await;
    press(pupil, Key::Space).await;
}

async fn write(pupil: &Visitor<'_>, fields: &[(&str, &str)]) {
    for (field, text) in fields {
        pupil.write(field, text).await;
    }
}

/// Chooses a password, accepts the terms and sends the form.
async fn accept(pupil: &Visitor<'_>) {
    pupil.write("#password", PASSWORD).await;
    pupil.click("#terms").await;
    pupil.follow(SUBMIT).await;
}

/// Waits for the mail, and opens the page that its link leads to.
async fn open_the_link(pupil: &Visitor<'_>) {
    for _ in 0..GLANCES {
        pupil.open("/dev/outbox").await;
        if pupil.count(LINK).await > 0 {
            let link = pupil.find(LINK).await.attr("href").await.expect("an attribute").expect("a link");
            let path = link.find("/account-recovery/").map(|start| link[start..].to_owned());
            return pupil.open(&path.expect("its path")).await;
        }
        tokio::time::sleep(GLANCE).await;
    }
    panic!("no mail comes: {}", pupil.text("main").await);
}
