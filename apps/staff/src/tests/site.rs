//! The app over a fresh database, with organisations and their people.

use std::ops::Deref;

use rules::placement::Placement;
use rules::search_text::search_text;
use store::account::{Creation, Role};
use store::badge::{self, Badge};
use store::centre::{self, Centre};
use store::legal::InForce;
use store::membership::{self, Role as Post};
use store::organisation::{self, Kind, Organisation};
use store::target_profile::{self, TargetProfile};
use store::training::{self, Training};
use store::trial::Trial;
use store::{BadgeId, CentreId, Db, OrganisationId, TargetProfileId, TrainingId};
use web::entropy::Entropy;
use web::trial::{App, BANK, Visitor};

/// This app.
const APP: App = App { router: crate::router, nav: crate::NAV };

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
        let legal = InForce { terms: "1".to_owned(), privacy: "1".to_owned() };
        Self { site: web::trial::Site::of(APP, db, (true, Placement::default()), &BANK, legal), _trial: None }
    }

    /// A secondary school.
    pub async fn school(&self, name: &str) -> Organisation {
        let id = OrganisationId::new(self.now(), Entropy.number().expect("a number"));
        let organisation = Organisation::new(id, Kind::Sco, name, self.now());
        let mut tx = self.house.db.begin().await.expect("a transaction");
        let created = organisation::create(&mut tx, &organisation).await.expect("an organisation");
        assert_eq!(created, Creation::Created);
        tx.commit().await.expect("kept");
        organisation
    }

    /// A certification centre of a secondary school, with a number.
    pub async fn centre(&self, name: &str, number: &str) -> CentreId {
        let centre = Centre {
            id: CentreId::new(self.now(), Entropy.number().expect("a number")),
            kind: Kind::Sco,
            name: name.to_owned(),
            sought: search_text(&format!("{name} {number}")),
            external_id: Some(number.to_owned()),
            protection_officer: None,
            habilitations: " CLEA ".to_owned(),
            created_at: self.now(),
            archived_at: None,
        };
        let mut tx = self.house.db.begin().await.expect("a transaction");
        let created = centre::create(&mut tx, &centre).await.expect("a centre");
        assert_eq!(created, Creation::Created);
        tx.commit().await.expect("kept");
        centre.id
    }

    /// A target profile that asks these subjects.
    pub async fn profile(&self, tubes: &str) -> TargetProfileId {
        let profile = TargetProfile {
            id: TargetProfileId::new(self.now(), Entropy.number().expect("a number")),
            owner_id: None,
            name: "Ranger ses fichiers".to_owned(),
            description: String::new(),
            category: "CUSTOM".to_owned(),
            tubes: tubes.to_owned(),
            is_public: false,
            simplified: false,
            resettable: false,
            created_at: self.now(),
            outdated_at: None,
        };
        let mut tx = self.house.db.begin().await.expect("a transaction");
        target_profile::create(&mut tx, &profile).await.expect("a profile");
        tx.commit().await.expect("kept");
        profile.id
    }

    /// A badge of a target profile.
    pub async fn badge(&self, profile: TargetProfileId, criteria: &str) -> BadgeId {
        let id = BadgeId::new(self.now(), Entropy.number().expect("a number"));
        let badge = Badge {
            target_profile_id: profile,
            id,
            key: format!("KEY-{id}"),
            title: "Bien protégé".to_owned(),
            message: String::new(),
            always_visible: false,
            certifiable: false,
            criteria: criteria.to_owned(),
        };
        let mut tx = self.house.db.begin().await.expect("a transaction");
        assert_eq!(badge::create(&mut tx, &badge).await.expect("a badge"), Creation::Created);
        tx.commit().await.expect("kept");
        id
    }

    /// A training.
    pub async fn training(&self, title: &str) -> TrainingId {
        let training = Training {
            id: TrainingId::new(self.now(), Entropy.number().expect("a number")),
            title: title.to_owned(),
            link: "https://cours.example/fichiers".to_owned(),
            kind: "course".to_owned(),
            minutes: 30,
            lang: "fr".to_owned(),
            retired_at: None,
        };
        let mut tx = self.house.db.begin().await.expect("a transaction");
        training::create(&mut tx, &training).await.expect("a training");
        tx.commit().await.expect("kept");
        training.id
    }

    /// Somebody who works in an organisation, signed in.
    pub async fn worker(&self, name: &str, organisation: &Organisation, post: Post) -> Visitor<'_> {
        let visitor = self.member(name, Role::Teacher).await;
        let mut tx = self.house.db.begin().await.expect("a transaction");
        membership::join(&mut tx, organisation.id, visitor.account, post, self.now())
            .await
            .expect("a member");
        tx.commit().await.expect("kept");
        visitor
    }
}
