//! The app over a fresh database, with organisations and their people.

use std::ops::Deref;

use axum::Router;
use rules::placement::Placement;
use store::account::{Creation, Role};
use store::learner::{self, Learner};
use store::legal::InForce;
use store::membership::{self, Role as Post};
use store::organisation::{self, Kind, Organisation};
use store::trial::Trial;
use store::{AccountId, Db, OrganisationId};
use web::entropy::Entropy;
use web::house::House;
use web::trial::{App, BANK, Visitor};

/// The app and its rooms.
pub struct Site {
    site: web::trial::Site,
    /// Kept until the site goes.
    _trial: Option<Trial>,
}

impl Deref for Site {
    type Target = web::trial::Site;

    fn deref(&self) -> &Self::Target {
        &self.site
    }
}

impl Site {
    /// The app over a new SQLite file.
    pub async fn open() -> Self {
        let trial = Trial::sqlite().await;
        let site = Self::over(trial.db.clone());
        Self { _trial: Some(trial), ..site }
    }

    /// The app over a database.
    pub fn over(db: Db) -> Self {
        Self::routed(crate::router, db)
    }

    /// Some of its routes over a database.
    pub fn routed(router: fn() -> Router<House>, db: Db) -> Self {
        let legal = InForce { terms: "1".to_owned(), privacy: "1".to_owned() };
        let app = App { router, nav: crate::NAV };
        let site = web::trial::Site::of(app, db, (true, Placement::default()), &BANK, legal);
        Self { site, _trial: None }
    }

    /// A secondary school that imports no class list.
    pub async fn school(&self, name: &str) -> Organisation {
        let id = OrganisationId::new(self.now(), Entropy.number().expect("a number"));
        self.organisation(Organisation::new(id, Kind::Sco, name, self.now())).await
    }

    /// An organisation.
    pub async fn organisation(&self, organisation: Organisation) -> Organisation {
        let mut tx = self.house.db.begin().await.expect("a transaction");
        let created = organisation::create(&mut tx, &organisation).await.expect("an organisation");
        assert_eq!(created, Creation::Created);
        tx.commit().await.expect("kept");
        organisation
    }

    /// Somebody who works in an organisation, signed in.
    pub async fn worker(&self, name: &str, organisation: &Organisation, post: Post) -> Visitor<'_> {
        let visitor = self.member(name, Role::Teacher).await;
        self.join(visitor.account, organisation, post).await;
        visitor
    }

    /// Puts lines on a class list.
    pub async fn enrol(&self, lines: &[Learner]) {
        let mut tx = self.house.db.begin().await.expect("a transaction");
        for line in lines {
            assert_eq!(learner::add(&mut tx, line).await.expect("a line"), Creation::Created);
        }
        tx.commit().await.expect("kept");
    }

    /// Makes somebody a member.
    pub async fn join(&self, account: AccountId, organisation: &Organisation, post: Post) {
        let mut tx = self.house.db.begin().await.expect("a transaction");
        membership::join(&mut tx, organisation.id, account, post, self.now()).await.expect("a member");
        tx.commit().await.expect("kept");
    }
}
