//! Files for the tests of commands: answers and items that nobody gave.

use measure::irt::Parameters;
use measure::placement::mix;
use measure::simulation::chance::{normal, uniform};
use std::fmt::Write;
use std::path::PathBuf;

/// The item of a place: difficulties from −1.5 to 1.5.
fn item(place: u32, items: u32) -> Parameters {
    Parameters { discrimination: 1.2, difficulty: f64::from(place) * 3.0 / f64::from(items) - 1.5 }
}

/// Answers with times, of so many persons to all of so many items. Person 7 has the answers of person 3, person 20 takes
/// about a second for everything, person 41 is right at what is hard and wrong at what is easy.
pub fn answers(persons: u32, items: u32) -> String {
    let mut text = "person,item,response,seconds\n".to_owned();
    for person in 0..persons {
        let source = if person == 7 { 3 } else { person };
        let ability = normal(5, source.into());
        for place in 0..items {
            let draw = uniform(mix(source.into()), place.into());
            let right = if person == 41 {
                place >= items / 2
            } else {
                draw < item(place, items).probability(ability)
            };
            let pace = if person == 20 { -3.0 } else { 0.2 * normal(6, person.into()) };
            let noise = 0.3 * normal(mix(person.into()), (1_000 + place).into());
            let seconds = (3.4 + pace + noise).exp();
            // Writing to a text does not fail.
            let _ = writeln!(text, "p{person},i{place},{},{seconds:.2}", u8::from(right));
        }
    }
    text
}

/// A folder with answers and the items they were given to.
pub struct Files {
    folder: tempfile::TempDir,
}

impl Files {
    /// Writes the answers, and so many items.
    pub fn new(answers: &str, items: u32) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut bank = "item,alpha,delta\n".to_owned();
        for place in 0..items {
            let Parameters { discrimination, difficulty } = item(place, items);
            let _ = writeln!(bank, "i{place},{discrimination},{difficulty}");
        }
        std::fs::write(folder.path().join("answers.csv"), answers).expect("answers");
        std::fs::write(folder.path().join("items.csv"), bank).expect("items");
        Self { folder }
    }

    /// A file of the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The answers.
    pub fn answers(&self) -> String {
        self.path("answers.csv").display().to_string()
    }

    /// The items.
    pub fn items(&self) -> String {
        self.path("items.csv").display().to_string()
    }
}
