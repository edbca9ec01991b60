//! What a teacher fills in to make a campaign: read, held against the rules, turned into a campaign.

use content::Release;
use rules::campaign::{External, Source, Wish};
use rules::search_text::search_text;
use rules::subjects::{Subjects, tube_code, tube_number};
use std::collections::BTreeMap;
use store::campaign::{Campaign, Kind};
use store::membership::Person;
use store::target_profile::TargetProfile;
use store::{AccountId, CampaignId};
use web::form::Form;
use web::visit::Member;

/// Nothing longer is kept of a field that was typed.
const LONGEST_KEPT: usize = 6000;

/// What was typed and chosen, to be shown again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The id that the campaign will have: a form sent twice makes one campaign.
    pub id: String,
    /// What learners do: `assessment`, `collection` or `exam`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its title for learners.
    pub title: String,
    /// What they read first.
    pub landing_text: String,
    /// Where its subjects come from: `profile` or `picked`.
    pub source: String,
    /// The target profile.
    pub profile: String,
    /// The subjects picked and their highest levels, by the codes of their tubes.
    pub picked: BTreeMap<String, u8>,
    /// Who answers for it.
    pub owner: String,
    /// The form of what learners identify themselves with: `none`, `string` or `email`.
    pub external_kind: String,
    /// What they are asked for.
    pub external_label: String,
    /// Whether one may send several times: `yes` or `no`.
    pub sendings: String,
    /// What they read at the end.
    pub end_text: String,
    /// The words on the button there.
    pub end_button: String,
    /// Where it leads.
    pub end_link: String,
}

/// What may be chosen from.
pub struct Choice<'a> {
    /// The bank.
    pub release: &'a Release,
    /// The target profiles open to the organisation.
    pub profiles: &'a [TargetProfile],
    /// The people of the organisation, those who left included.
    pub people: &'a [Person],
}

impl Choice<'_> {
    /// The people who work here at present.
    pub fn present(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.left_at.is_none())
    }

    /// Somebody who works here at present, by the id that a form sends.
    pub fn owner(&self, id: &str) -> Option<AccountId> {
        let id = id.parse().ok()?;
        self.present().map(|person| person.account_id).find(|present| *present == id)
    }
}

impl Typed {
    /// A form that nobody touched yet.
    pub fn fresh(id: CampaignId, member: &Member, choice: &Choice<'_>) -> Self {
        let source = if choice.profiles.is_empty() { "picked" } else { "profile" };
        Self {
            id: id.to_string(),
            kind: Kind::Assessment.name().to_owned(),
            source: source.to_owned(),
            owner: member.person.id.to_string(),
            external_kind: "none".to_owned(),
            ..Self::default()
        }
    }

    /// The same form with these subjects picked, and a name proposed.
    pub fn about(self, subjects: &Subjects, name: &str) -> Self {
        let picked = subjects.iter().filter_map(|(tube, level)| Some((tube_code(tube)?, level))).collect();
        Self { source: "picked".to_owned(), picked, name: name.chars().take(LONGEST_KEPT).collect(), ..self }
    }

    /// Reads a form.
    pub fn read(posted: &Form) -> Self {
        let text = |name| posted.text(name).trim().chars().take(LONGEST_KEPT).collect::<String>();
        Self {
            id: text("id"),
            kind: text("kind"),
            name: text("name"),
            title: text("title"),
            landing_text: text("landing-text"),
            source: text("source"),
            profile: text("profile"),
            picked: picked(posted),
            owner: text("owner"),
            external_kind: text("external-kind"),
            external_label: text("external-label"),
            sendings: text("sendings"),
            end_text: text("end-text"),
            end_button: text("end-button"),
            end_link: text("end-link"),
        }
    }

    /// What learners do, if one of the kinds that teachers make was chosen.
    pub fn chosen_kind(&self) -> Option<Kind> {
        Kind::named(&self.kind).filter(|kind| *kind != Kind::Course)
    }

    /// The same, as the rules look at it.
    pub fn wish(&self, choice: &Choice<'_>) -> Wish<'_> {
        let formed = matches!(self.external_kind.as_str(), "string" | "email");
        let asked = formed || !self.external_label.is_empty();
        Wish {
            test: self.chosen_kind().map(Kind::is_test),
            name: &self.name,
            title: &self.title,
            landing_text: &self.landing_text,
            source: self.source(choice),
            owner_works_here: choice.owner(&self.owner).is_some(),
            external: asked.then_some(External { label: &self.external_label, formed }),
            sendings_chosen: matches!(self.sendings.as_str(), "yes" | "no"),
            end_text: &self.end_text,
            end_button: &self.end_button,
            end_link: &self.end_link,
        }
    }

    fn source(&self, choice: &Choice<'_>) -> Source {
        match self.source.as_str() {
            "profile" if self.profile.is_empty() => Source::Nowhere,
            "profile" => Source::Profile(self.target_profile(choice).is_some()),
            "picked" => Source::Picked(self.subjects(choice).iter().count()),
            _ => Source::Nowhere,
        }
    }

    fn target_profile<'a>(&self, choice: &Choice<'a>) -> Option<&'a TargetProfile> {
        let id = self.profile.parse().ok()?;
        choice.profiles.iter().find(|profile| profile.id == id)
    }

    /// The subjects picked that the bank has.
    fn subjects(&self, choice: &Choice<'_>) -> Subjects {
        let known = self.picked.iter().filter(|(code, _)| choice.release.tube(code).is_some());
        Subjects::of(known.filter_map(|(code, level)| Some((tube_number(code)?, *level))))
    }

    /// The campaign wished for, without its code; for a wish without fault.
    pub fn campaign(
        &self,
        member: &Member,
        choice: &Choice<'_>,
        id: CampaignId,
        now: i64,
    ) -> Option<Campaign> {
        let (kind, owner) = (self.chosen_kind()?, choice.owner(&self.owner)?);
        let profile = self.target_profile(choice).filter(|_| kind.is_test() && self.source == "profile");
        let subjects = match profile {
            Some(profile) => Subjects::parse(&profile.tubes).unwrap_or_default(),
            None if kind.is_test() => self.subjects(choice),
            None => Subjects::default(),
        };
        let external = matches!(self.external_kind.as_str(), "string" | "email");
        Some(Campaign {
            name: self.name.clone(),
            sought: search_text(&self.name),
            title: filled(&self.title).filter(|_| kind.is_test()),
            landing_text: filled(&self.landing_text),
            target_profile_id: profile.map(|profile| profile.id),
            tubes: subjects.to_string(),
            owner_id: owner,
            external_label: filled(&self.external_label).filter(|_| external),
            external_kind: external.then(|| self.external_kind.clone()),
            several_sendings: self.sendings == "yes",
            resettable: profile.is_some_and(|profile| profile.resettable),
            simplified: profile.is_some_and(|profile| profile.simplified),
            end_text: filled(&self.end_text),
            end_button: filled(&self.end_button),
            end_link: filled(&self.end_link),
            created_by: member.person.id,
            ..Campaign::new(member.organisation.id, id, kind, owner, now)
        })
    }
}

/// A text, unless it is empty.
pub fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Each subject that is ticked, with the level chosen beside it.
fn picked(posted: &Form) -> BTreeMap<String, u8> {
    let levels: BTreeMap<&str, &str> =
        posted.iter().filter_map(|(name, value)| Some((name.strip_prefix("level.")?, value))).collect();
    let ticked = posted.iter().filter(|(name, _)| *name == "tube").map(|(_, code)| code);
    let known = ticked.filter(|code| tube_number(code).is_some());
    known.map(|code| (code.to_owned(), level(levels.get(code).copied()))).collect()
}

fn level(chosen: Option<&str>) -> u8 {
    const TOP: u8 = 8;
    chosen.and_then(|level| level.parse().ok()).unwrap_or(TOP).clamp(1, TOP)
}
