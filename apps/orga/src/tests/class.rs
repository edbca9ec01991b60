//! A school whose pupils take part in a campaign: rows are kept as they are, without taking the tests.

use measure::placement::TubeId;
use rules::search_text::search_text;
use rules::snapshot::{Mastery, Snapshot};
use rules::subjects::{Subjects, tube_number};
use store::account::{Account, Creation};
use store::campaign::{self, Campaign, Kind};
use store::learner::{self, Learner};
use store::membership::Role as Post;
use store::organisation::{Kind as School, Organisation};
use store::participation::Participation;
use store::report::award::{Badge, Stage};
use store::report::trial as report;
use store::target_profile::{self, TargetProfile};
use store::{
    AccountId, BadgeId, CampaignId, LearnerId, OrganisationId, ParticipationId, TargetProfileId, account,
};
use web::entropy::Entropy;
use web::trial::Visitor;

use super::site::Site;

/// Two subjects of two competences, up to levels that the bank asks.
pub const TUBES: &str = "1.2-a:3 4.1-a:2";

/// A school, somebody who teaches there, and their campaign.
pub struct Class<'a> {
    /// The site.
    pub site: &'a Site,
    /// The school.
    pub school: Organisation,
    /// An administrator of the school.
    pub teacher: Visitor<'a>,
    /// The campaign.
    pub campaign: Campaign,
}

/// Somebody on the list.
#[derive(Clone, Copy)]
pub struct Pupil {
    /// Their account.
    pub account: AccountId,
    /// Their line in the list.
    pub learner: LearnerId,
}

impl<'a> Class<'a> {
    /// A school with a class list and a campaign of this kind, whose target profile has nothing to give.
    pub async fn new(site: &'a Site, kind: Kind) -> Self {
        let id = OrganisationId::new(site.now(), chance());
        let school = Organisation::new(id, School::Sco, "Collège Jean-Zay", site.now());
        let school = site.organisation(Organisation { managing_learners: true, ..school }).await;
        Self::of(site, school, kind).await
    }

    /// A school with a test of more subjects than can be read side by side: all of two domains.
    pub async fn wide(site: &'a Site) -> Self {
        let school = site.school("Collège Jean-Zay").await;
        let release = &site.house.bank.present().release;
        let tubes =
            release.tubes().filter(|tube| ["1.", "2."].iter().any(|domain| tube.code.starts_with(domain)));
        let tubes: Vec<String> = tubes.map(|tube| format!("{}:3", tube.code)).collect();
        assert!(tubes.len() > 12, "{tubes:?}");
        Self::asking(site, school, Kind::Assessment, &tubes.join(" ")).await
    }

    /// The same in a school that is made already.
    pub async fn of(site: &'a Site, school: Organisation, kind: Kind) -> Self {
        Self::asking(site, school, kind, if kind.is_test() { TUBES } else { "" }).await
    }

    async fn asking(site: &'a Site, school: Organisation, kind: Kind, tubes: &str) -> Self {
        let teacher = site.worker("farid", &school, Post::Admin).await;
        let tubes = tubes.to_owned();
        let campaign = Campaign { tubes, ..Self::draft(site, &school, teacher.account, kind) };
        let class = Self { site, school, teacher, campaign };
        let profile = TargetProfile {
            id: class.profile(),
            owner_id: None,
            name: "Protection".to_owned(),
            description: String::new(),
            category: "PREDEFINED".to_owned(),
            tubes: TUBES.to_owned(),
            is_public: true,
            simplified: false,
            resettable: false,
            created_at: site.now(),
            outdated_at: None,
        };
        let mut tx = site.house.db.begin().await.expect("a transaction");
        target_profile::create(&mut tx, &profile).await.expect("a profile");
        assert_eq!(campaign::create(&mut tx, &class.campaign).await.expect("a campaign"), Creation::Created);
        tx.commit().await.expect("kept");
        class
    }

    fn draft(site: &Site, school: &Organisation, owner: AccountId, kind: Kind) -> Campaign {
        Campaign {
            organisation_id: school.id,
            id: CampaignId::new(site.now(), chance()),
            code: "KWDTRM234".to_owned(),
            kind,
            name: "Sécurité des 6e".to_owned(),
            title: None,
            landing_text: None,
            target_profile_id: kind.is_test().then(|| TargetProfileId::new(site.now(), 7)),
            tubes: String::new(),
            sought: String::new(),
            owner_id: owner,
            external_label: Some("Numéro de table".to_owned()),
            external_kind: None,
            several_sendings: true,
            resettable: false,
            simplified: false,
            for_novices: false,
            end_text: None,
            end_button: None,
            end_link: None,
            created_at: site.now(),
            created_by: owner,
            archived_at: None,
            archived_by: None,
            deleted_at: None,
            deleted_by: None,
        }
    }

    fn profile(&self) -> TargetProfileId {
        TargetProfileId::new(self.campaign.created_at, 7)
    }

    /// Gives the target profile its stages, each at a threshold.
    pub async fn with_stages(&self, stages: &[(i64, &str)]) {
        let mut tx = self.site.house.db.begin().await.expect("a transaction");
        for (threshold, title) in stages {
            let stage = Stage { threshold: *threshold, title: (*title).to_owned() };
            report::keep_stage(&mut tx, self.profile(), &stage).await.expect("a stage");
        }
        tx.commit().await.expect("kept");
    }

    /// Gives the target profile a badge.
    pub async fn with_badge(&self, key: &str, title: &str) {
        let badge = Badge { key: key.to_owned(), title: title.to_owned() };
        let id = BadgeId::new(self.site.now(), chance());
        let mut tx = self.site.house.db.begin().await.expect("a transaction");
        report::keep_badge(&mut tx, self.profile(), id, &badge).await.expect("a badge");
        tx.commit().await.expect("kept");
    }

    /// The address of a page of the campaign.
    pub fn path(&self, rest: &str) -> String {
        format!("/orga/campaigns/{}{rest}", self.campaign.id)
    }

    /// Somebody on the list: `Léa Garrigue`, with or without a class.
    pub async fn pupil(&self, name: &str, division: &str) -> Pupil {
        let (first, last) = name.split_once(' ').expect("a first and a last name");
        let now = self.site.now();
        let person = Account { email: None, ..Account::new(AccountId::new(now, chance()), first, last, now) };
        let line = Learner {
            account_id: Some(person.id),
            sought: search_text(&format!("{last} {first}")),
            division: (!division.is_empty()).then(|| division.to_owned()),
            ..Learner::new(self.school.id, LearnerId::new(now, chance()), (first, last), now)
        };
        let mut tx = self.site.house.db.begin().await.expect("a transaction");
        assert_eq!(account::create(&mut tx, &person).await.expect("an account"), Creation::Created);
        assert_eq!(learner::add(&mut tx, &line).await.expect("a line"), Creation::Created);
        tx.commit().await.expect("kept");
        Pupil { account: person.id, learner: line.id }
    }

    /// A try that begins now: complete it with `..`.
    pub fn begun(&self, pupil: Pupil) -> Participation {
        let id = ParticipationId::new(self.site.now(), chance());
        let begun = Participation::new(self.campaign.id, id, pupil.account, self.site.now());
        Participation { learner_id: Some(pupil.learner), ..begun }
    }

    /// A try that is sent now by somebody who reached these levels, subject by subject: `1.2-a:3 4.1-a:1`.
    pub fn sent(&self, pupil: Pupil, levels: &str) -> Participation {
        let snapshot = self.snapshot(levels);
        let Mastery { skills, validated } = snapshot.mastery(|_| true);
        Participation {
            completed_at: Some(self.site.now()),
            shared_at: Some(self.site.now()),
            skills: Some(skills.into()),
            validated: Some(validated.into()),
            snapshot: Some(snapshot.encode()),
            ..self.begun(pupil)
        }
    }

    /// A profile that is sent now: level 4 and 37 pix in the first competence, nothing in the others.
    pub fn collected(&self, pupil: Pupil) -> Participation {
        Participation {
            shared_at: Some(self.site.now()),
            pix: Some(37),
            certifiable: Some(false),
            snapshot: Some([4, 37].into_iter().chain([0; 30]).collect()),
            ..self.begun(pupil)
        }
    }

    /// Keeps tries as they are.
    pub async fn keep(&self, tries: &[Participation]) {
        let mut tx = self.site.house.db.begin().await.expect("a transaction");
        for one in tries {
            report::keep(&mut tx, one).await.expect("a try");
        }
        tx.commit().await.expect("kept");
    }

    /// What somebody sends who validated every skill up to a level in each subject.
    fn snapshot(&self, levels: &str) -> Snapshot {
        let level = |tube: TubeId| {
            let reached = levels.split_whitespace().filter_map(|word| word.split_once(':'));
            reached
                .filter(|(code, _)| tube_number(code) == Some(tube))
                .find_map(|(_, level)| level.parse::<u8>().ok())
        };
        let subjects = Subjects::parse(&self.campaign.tubes).expect("subjects");
        let release = &self.site.house.bank.present().release;
        let bytes = subjects.skills(release).flat_map(|skill| {
            let [low, high] = skill.id.0.to_le_bytes();
            [low, high, 1 + u8::from(skill.level <= level(skill.tube).unwrap_or(0))]
        });
        Snapshot::decode(&bytes.collect::<Vec<_>>()).expect("a snapshot")
    }
}

fn chance() -> u64 {
    Entropy.number().expect("a number")
}
