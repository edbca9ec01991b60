//! Which files an organisation can import, by its kind, its tags and its features.

use jobs::learner_import::Format;
use rules::organisation_access::{Act, Standing, may};
use store::membership::Role;
use store::organisation::{Kind, Organisation};
use web::refusal::Refusal;
use web::visit::Member;

/// The formats of an organisation, the usual one first; none when it has no list of learners.
pub fn offered(organisation: &Organisation) -> Vec<Format> {
    let open = organisation.has_feature("LEARNER_IMPORT");
    if !organisation.managing_learners && !open {
        return Vec::new();
    }
    let abroad = organisation.has_tag("AEFE") || organisation.has_tag("MLF");
    let mut formats = match organisation.kind {
        Kind::Sco if organisation.has_tag("AGRICULTURE") => vec![Format::Fregata],
        Kind::Sco if abroad => vec![Format::Generic, Format::OneRoster],
        Kind::Sco => vec![Format::Siecle],
        Kind::Primary => vec![Format::Onde, Format::OndeWhole],
        Kind::Sup => vec![Format::Sup, Format::SupWhole],
        Kind::Pro => vec![Format::Generic],
    };
    let further = [Format::Generic, Format::OneRoster].into_iter().filter(|_| open);
    let further: Vec<Format> = further.filter(|format| !formats.contains(format)).collect();
    formats.extend(further);
    formats
}

/// Makes sure that somebody may change the list: import it, remove somebody from it.
///
/// # Errors
/// [`Refusal::Forbidden`].
pub fn check_may_manage(member: &Member) -> Result<(), Refusal> {
    let standing = Standing { admin: member.role == Role::Admin, owner: false };
    if may(Act::ManageLearners, standing) { Ok(()) } else { Err(Refusal::Forbidden) }
}

/// The words for a format.
pub const fn word(format: Format) -> &'static str {
    match format {
        Format::Siecle => "import-format-siecle",
        Format::Fregata => "import-format-fregata",
        Format::Sup => "import-format-sup",
        Format::SupWhole => "import-format-sup-whole",
        Format::Onde => "import-format-onde",
        Format::OndeWhole => "import-format-onde-whole",
        Format::Generic => "import-format-generic",
        Format::OneRoster => "import-format-one-roster",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::OrganisationId;

    #[test]
    fn each_kind_of_organisation_has_its_formats() {
        let check = |kind, managing_learners, tags: &str, features: &str, expected: &[Format]| {
            let id = OrganisationId::new(0, 1);
            let organisation = Organisation {
                managing_learners,
                tags: tags.to_owned(),
                features: features.to_owned(),
                ..Organisation::new(id, kind, "École", 0)
            };
            assert_eq!(offered(&organisation), expected, "{kind:?} {tags} {features}");
        };
        check(Kind::Sco, false, " ", " ", &[]);
        check(Kind::Sco, true, " ", " ", &[Format::Siecle]);
        check(Kind::Sco, true, " AGRICULTURE ", " ", &[Format::Fregata]);
        check(Kind::Sco, true, " AEFE ", " ", &[Format::Generic, Format::OneRoster]);
        check(Kind::Primary, true, " ", " ", &[Format::Onde, Format::OndeWhole]);
        check(Kind::Sup, true, " ", " ", &[Format::Sup, Format::SupWhole]);
        check(Kind::Pro, false, " ", " LEARNER_IMPORT ", &[Format::Generic, Format::OneRoster]);
        let all = [Format::Siecle, Format::Generic, Format::OneRoster];
        check(Kind::Sco, true, " ", " LEARNER_IMPORT ", &all);
    }
}
