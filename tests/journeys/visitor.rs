//! A person in front of the site: opens pages, writes, clicks, reads. Nothing here knows an answer.

use crate::browser::Browser;
use crate::site::Site;
use std::time::Duration;
use thirtyfour::prelude::*;

/// The password of everybody in the journeys; also that of the demonstration's people.
pub const PASSWORD: &str = "Tournesol-2026";
/// How often a condition is looked at.
pub const GLANCE: Duration = Duration::from_millis(20);
/// How many times it is looked at, at most.
pub const GLANCES: u32 = 1500;

/// Somebody at a browser.
pub struct Visitor<'a> {
    /// The program.
    pub site: &'a Site,
    /// Their browser.
    pub browser: Browser,
}

impl<'a> Visitor<'a> {
    /// Somebody with a new browser, on no page yet.
    pub async fn arrive(site: &'a Site) -> Self {
        Self { site, browser: Browser::open().await }
    }

    /// The window.
    pub fn window(&self) -> &WebDriver {
        &self.browser.window
    }

    /// Opens a page by its address.
    pub async fn open(&self, path: &str) {
        self.window().goto(self.site.url(path)).await.unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Where they are: path and query.
    pub async fn path(&self) -> String {
        let url = self.window().current_url().await.expect("an address");
        let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
        format!("{}{query}", url.path())
    }

    /// The element that a selector finds.
    pub async fn find(&self, selector: &str) -> WebElement {
        match self.window().find(By::Css(selector)).await {
            Ok(element) => element,
            Err(error) => panic!("{selector} on {}: {error}\n{}", self.path().await, self.text("body").await),
        }
    }

    /// How many elements a selector finds.
    pub async fn count(&self, selector: &str) -> usize {
        self.window().find_all(By::Css(selector)).await.expect("a list").len()
    }

    /// The visible text of an element.
    pub async fn text(&self, selector: &str) -> String {
        Box::pin(self.find(selector)).await.text().await.expect("a text")
    }

    /// What an input field holds.
    pub async fn value(&self, selector: &str) -> String {
        self.find(selector).await.prop("value").await.expect("a property").unwrap_or_default()
    }

    /// Clicks without leaving the page.
    pub async fn click(&self, selector: &str) {
        self.find(selector).await.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Clicks and waits for the next page.
    pub async fn follow(&self, selector: &str) {
        let before = self.page().await;
        self.click(selector).await;
        self.leave(&before).await;
    }

    /// The document on the screen, to tell when it is gone.
    pub async fn page(&self) -> WebElement {
        self.find("html").await
    }

    /// Waits until a document is gone; the driver itself waits until the next one is complete.
    pub async fn leave(&self, before: &WebElement) {
        for _ in 0..GLANCES {
            if before.tag_name().await.is_err() {
                return;
            }
            tokio::time::sleep(GLANCE).await;
        }
        panic!("no new page after {}", self.path().await);
    }

    /// Waits until an expression of the page's own language is true.
    pub async fn until(&self, expression: &str) {
        for _ in 0..GLANCES {
            let told = self.window().execute(format!("return Boolean({expression})"), vec![]).await;
            if told.expect("a script runs").convert::<bool>().expect("true or false") {
                return;
            }
            tokio::time::sleep(GLANCE).await;
        }
        panic!("{expression} does not become true on {}", self.path().await);
    }

    /// Writes in an empty or filled field.
    pub async fn write(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        field.clear().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        field.send_keys(text).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Chooses a line of a drop-down list by the value that it sends.
    pub async fn choose(&self, selector: &str, value: &str) {
        let list = self.find(selector).await;
        for option in list.find_all(By::Css("option")).await.expect("a list") {
            if option.prop("value").await.expect("a property").as_deref() == Some(value) {
                return option.click().await.unwrap_or_else(|error| panic!("{selector}, {value}: {error}"));
            }
        }
        panic!("{selector} has no option {value}");
    }

    /// Makes an account and arrives at home.
    pub async fn sign_up(&self, email: &str) {
        self.open("/sign-up").await;
        for (field, text) in [
            ("#first-name", "Dominique"),
            ("#last-name", "Essai"),
            ("#email", email),
            ("#password", PASSWORD),
        ] {
            self.write(field, text).await;
        }
        self.click("#terms").await;
        self.follow("main form [type=submit]").await;
        assert_eq!(self.path().await, "/home");
    }

    /// Signs in and arrives at home.
    pub async fn sign_in(&self, email: &str) {
        self.open("/sign-in").await;
        self.write("#identifier", email).await;
        self.write("#password", PASSWORD).await;
        self.follow("main form [type=submit]").await;
        assert_eq!(self.path().await, "/home", "{}", self.text("main").await);
    }

    /// Begins the test of a competence; the address of its first question.
    pub async fn begin(&self, competence: &str) -> String {
        self.open(&format!("/competences/{competence}")).await;
        self.follow(&format!("form[action='/competences/{competence}/attempts'] [type=submit]")).await;
        self.path().await
    }

    /// Sends the answer on the page.
    pub async fn submit(&self) {
        self.follow(SUBMIT).await;
    }

    /// Passes the question on the page.
    pub async fn skip(&self) {
        self.follow(SKIP).await;
    }
}

/// The button that sends an answer.
pub const SUBMIT: &str = ".question form .actions button:not([name])";
/// The button that passes a question.
pub const SKIP: &str = ".question form .actions button[name=skip]";
