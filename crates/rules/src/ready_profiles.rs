//! The target profiles that every organisation finds ready, made from the present bank.

use crate::subjects::{Subjects, tube_number};
use crate::target_profile::{minutes, minutes_of_tube, top_of};
use content::{Both, Competence, Lang, Release};

/// The first numbers of the ids of ready-made profiles; all are below 1,000, as `store::target_profile` says.
const COMPETENCE_NUMBERS: i64 = 100;
const DOMAIN_NUMBERS: i64 = 200;
const OTHER_NUMBERS: i64 = 300;

/// The minutes of a back-to-school parcours.
pub const BACK_TO_SCHOOL_MINUTES: u32 = 50;
/// How much such a parcours may last longer.
const MINUTES_OVER: f64 = 3.0;
/// The level up to which a whole competence is asked.
const COMPETENCE_LEVEL: u8 = 5;
/// The level up to which a whole domain is asked.
const DOMAIN_LEVEL: u8 = 2;
/// The domain of "Protection et sécurité".
const PROTECTION: &str = "4";

/// A profile as it is made; teachers read it in French.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyProfile {
    /// The number of its id, the same for ever.
    pub number: i64,
    /// Its name.
    pub name: String,
    /// What it is for, and how long it takes.
    pub description: String,
    /// Its family, one of `target_profile::CATEGORIES`.
    pub category: &'static str,
    /// What it asks.
    pub subjects: Subjects,
}

/// A back-to-school parcours: for whom, up to which level, and the subjects in the order of their use at that age.
struct BackToSchool {
    number: i64,
    name: &'static str,
    purpose: &'static str,
    level: u8,
    tubes: &'static str,
}

/// Each list goes around the five domains, so that what fits in the time touches them all.
const BACK_TO_SCHOOL: [BackToSchool; 8] = [
    BackToSchool {
        number: 1,
        name: "Rentrée 6e",
        purpose: "Prendre en main l'ordinateur du collège : se connecter, chercher, écrire, ranger, rester prudent.",
        level: 2,
        tubes: "4.1-a 1.1-a 2.1-a 3.1-a 5.1-a 4.2-d 1.2-a 2.2-a 3.4-b 5.2-a 4.3-b 1.1-b 2.1-b 3.2-a 5.1-b 4.1-b \
                1.3-a 2.4-a 3.1-c 5.1-e",
    },
    BackToSchool {
        number: 2,
        name: "Rentrée 5e",
        purpose: "Chercher et publier avec prudence, soigner ses documents, comprendre un premier algorithme.",
        level: 3,
        tubes: "4.1-a 1.1-b 2.1-b 3.1-a 5.1-b 4.2-a 1.2-b 2.2-b 3.4-a 5.2-b 4.3-a 1.3-a 2.1-c 3.2-a 5.1-c",
    },
    BackToSchool {
        number: 3,
        name: "Rentrée 4e",
        purpose: "Juger une source, travailler à plusieurs, trier des données, comprendre ses traces.",
        level: 3,
        tubes: "4.2-c 1.1-c 2.3-a 3.1-c 5.1-c 4.1-b 1.3-b 2.2-a 3.4-c 5.2-b 4.3-b 1.2-c 2.1-a 3.2-d 5.2-c",
    },
    BackToSchool {
        number: 4,
        name: "Rentrée 3e",
        purpose: "Avant le brevet et la certification : calculer, publier dans ses droits, programmer, se protéger.",
        level: 4,
        tubes: "4.1-b 1.3-a 2.4-a 3.3-b 5.2-c 4.2-b 1.1-c 2.2-d 3.4-c 5.1-d",
    },
    BackToSchool {
        number: 5,
        name: "Rentrée 2de",
        purpose: "Entrer au lycée : nuage et synchronisation, documents structurés, intelligence artificielle, réseaux.",
        level: 4,
        tubes: "4.1-d 1.2-c 2.3-b 3.1-b 5.2-b 4.2-a 1.1-e 2.2-d 3.4-e 5.1-b",
    },
    BackToSchool {
        number: 6,
        name: "Rentrée 1re",
        purpose: "Résumer des données, mener un travail commun, écrire des documents longs, sécuriser ses appareils.",
        level: 5,
        tubes: "4.1-c 1.3-b 2.3-c 3.1-d 5.2-c 4.3-c 1.1-e 2.4-c 3.4-d 5.1-d",
    },
    BackToSchool {
        number: 7,
        name: "Rentrée Terminale",
        purpose: "Vers la certification et les études : sources, statistiques, démarches, licences, droit des données.",
        level: 5,
        tubes: "4.2-b 1.1-c 2.4-b 3.3-a 5.1-e 4.1-d 1.3-d 2.4-d 3.1-b 5.2-d",
    },
    BackToSchool {
        number: 8,
        name: "Rentrée adultes",
        purpose: "Faire le point en formation ou au travail : fichiers, courriel, documents communs, arnaques, démarches.",
        level: 4,
        tubes: "4.1-b 1.2-a 2.1-a 3.1-a 5.1-a 4.1-a 1.1-c 2.3-a 3.3-a 5.1-d 2.4-b",
    },
];

/// What one may be asked without having learned anything yet.
const DISCOVERY: &str = "1.1-a 2.1-a 3.4-b 4.1-a 5.2-a";
const DISCOVERY_LEVEL: u8 = 2;

/// Every profile that the bank can fill, by number; one without a subject is left out.
#[must_use]
pub fn ready_profiles(release: &Release) -> Vec<ReadyProfile> {
    let back_to_school = BACK_TO_SCHOOL.iter().map(|parcours| back_to_school(parcours, release));
    let framework = release.framework();
    let competences = (COMPETENCE_NUMBERS..)
        .zip(&framework.competences)
        .map(|(number, competence)| whole_competence(number, competence, release));
    let domains = (DOMAIN_NUMBERS..)
        .zip(&framework.domains)
        .map(|(number, domain)| whole_domain(number, &domain.code, &domain.name, release));
    let all = back_to_school.chain(competences).chain(domains).chain(others(release));
    all.filter(|profile| !profile.subjects.is_empty()).collect()
}

/// The subjects that fit in the time, in the order of the list.
fn back_to_school(parcours: &BackToSchool, release: &Release) -> ReadyProfile {
    let longest = f64::from(BACK_TO_SCHOOL_MINUTES) + MINUTES_OVER;
    let mut left = longest;
    let fitting =
        capped(parcours.tubes.split_whitespace(), parcours.level, release).filter(|(tube, level)| {
            let takes = minutes_of_tube(*tube, *level, release);
            let fits = takes <= left;
            left -= if fits { takes } else { 0.0 };
            fits
        });
    let subjects = Subjects::of(fitting);
    finished(
        (parcours.number, parcours.name.to_owned(), "BACK_TO_SCHOOL"),
        parcours.purpose,
        subjects,
        release,
    )
}

fn whole_competence(number: i64, competence: &Competence, release: &Release) -> ReadyProfile {
    let name = format!("{} {}", competence.code, competence.name.get(Lang::Fr));
    let subjects = beginning(&competence.code, COMPETENCE_LEVEL, release);
    finished((number, name, "COMPETENCES"), competence.description.get(Lang::Fr), subjects, release)
}

fn whole_domain(number: i64, code: &str, name: &Both<String>, release: &Release) -> ReadyProfile {
    let name = format!("Domaine {code} : {}", name.get(Lang::Fr));
    let subjects = beginning(&format!("{code}."), DOMAIN_LEVEL, release);
    finished(
        (number, name, "DISCIPLINE"),
        "Tous les sujets du domaine, aux premiers niveaux.",
        subjects,
        release,
    )
}

fn others(release: &Release) -> [ReadyProfile; 2] {
    let protection = beginning(&format!("{PROTECTION}."), DOMAIN_LEVEL, release);
    let discovery = Subjects::of(capped(DISCOVERY.split_whitespace(), DISCOVERY_LEVEL, release));
    [
        finished(
            (OTHER_NUMBERS, "Protection et sécurité".to_owned(), "TARGETED"),
            "Comptes, arnaques, vie privée, cyberharcèlement, santé : les premiers réflexes, à reprendre en classe.",
            protection,
            release,
        ),
        finished(
            (OTHER_NUMBERS + 1, "Découverte".to_owned(), "PREDEFINED"),
            "Un premier essai, un sujet facile de chaque domaine, pour voir comment se passe un parcours.",
            discovery,
            release,
        ),
    ]
}

/// Every tube whose code begins so.
fn beginning(code: &str, level: u8, release: &Release) -> Subjects {
    let codes = release.tubes().map(|tube| tube.code.as_str()).filter(|tube| tube.starts_with(code));
    Subjects::of(capped(codes, level, release))
}

/// The tubes that the bank has, each up to a level or to the highest it has.
fn capped<'a>(
    codes: impl Iterator<Item = &'a str>,
    level: u8,
    release: &'a Release,
) -> impl Iterator<Item = (measure::placement::TubeId, u8)> {
    codes.filter_map(move |code| Some((tube_number(code)?, level.min(top_of(code, release)?))))
}

fn finished(
    (number, name, category): (i64, String, &'static str),
    purpose: &str,
    subjects: Subjects,
    release: &Release,
) -> ReadyProfile {
    let about = rounded(minutes(&subjects, release));
    let description = format!("{purpose} Environ {about} minutes.");
    ReadyProfile { number, name, description, category, subjects }
}

/// To the nearest five minutes.
fn rounded(minutes: u32) -> u32 {
    (minutes + 2) / 5 * 5
}

#[cfg(test)]
mod tests;
