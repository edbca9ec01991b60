//! The framework of competences: `framework.toml`.

use serde::Deserialize;

use crate::lang::{Both, Lang};
use crate::problem::{Problem, from_toml};
use crate::source::Source;
use crate::typography::{typeset, typeset_both};

const FILE: &str = "framework.toml";

/// Domains, competences and mastery levels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// The five domains in order.
    #[serde(rename = "domain")]
    pub domains: Vec<Domain>,
    /// The sixteen competences in order.
    #[serde(rename = "competence")]
    pub competences: Vec<Competence>,
    /// The eight mastery levels in order.
    #[serde(rename = "level")]
    pub levels: Vec<MasteryLevel>,
}

/// A domain.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// Its code, `1` to `5`.
    pub code: String,
    /// Its name.
    pub name: Both<String>,
}

/// A competence.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competence {
    /// Its code, such as `1.2`.
    pub code: String,
    /// Its official name in French, our translation in English.
    pub name: Both<String>,
    /// What it is about, in one sentence of ours.
    pub description: Both<String>,
    /// The themes published with the framework.
    pub themes: Both<Vec<String>>,
    /// The month its questions are due, such as `2027-03`, while it has none.
    pub opens: Option<String>,
}

/// A mastery level.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MasteryLevel {
    /// 1 to 8.
    pub level: u8,
    /// Its name, such as "Novice 1".
    pub name: Both<String>,
    /// What someone of this level does, in one sentence of ours.
    pub description: Both<String>,
}

impl Framework {
    /// Reads and checks the framework of a source.
    pub(crate) fn read(source: &Source) -> (Self, Vec<Problem>) {
        let Some(bytes) = source.get(FILE) else {
            return (Self::default(), vec![Problem::new(FILE, 1, "the file is missing")]);
        };
        let text = String::from_utf8_lossy(bytes);
        match from_toml::<Self>(FILE, 1, &text) {
            Ok(mut framework) => {
                let problems = framework.problems(&text);
                framework.typeset();
                (framework, problems)
            }
            Err(problem) => (Self::default(), vec![problem]),
        }
    }

    /// The competence with this code.
    #[must_use]
    pub fn competence(&self, code: &str) -> Option<&Competence> {
        self.competences.iter().find(|competence| competence.code == code)
    }

    fn typeset(&mut self) {
        self.domains.iter_mut().for_each(|domain| typeset_both(&mut domain.name));
        for competence in &mut self.competences {
            [&mut competence.name, &mut competence.description].into_iter().for_each(typeset_both);
            for theme in &mut competence.themes.fr {
                *theme = typeset(Lang::Fr, theme).into_owned();
            }
        }
        for level in &mut self.levels {
            [&mut level.name, &mut level.description].into_iter().for_each(typeset_both);
        }
    }

    fn problems(&self, text: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut say = |line: usize, message: String| problems.push(Problem::new(FILE, line, message));
        let expected = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4"];
        let expected = expected.iter().chain(&["4.1", "4.2", "4.3", "5.1", "5.2"]);
        if !self.competences.iter().map(|competence| competence.code.as_str()).eq(expected.copied()) {
            say(1, "expected the sixteen competences 1.1 to 5.2 in order".to_owned());
        }
        if !self.domains.iter().map(|domain| domain.code.as_str()).eq(["1", "2", "3", "4", "5"]) {
            say(1, "expected the five domains 1 to 5 in order".to_owned());
        }
        if !self.levels.iter().map(|level| level.level).eq(1..=8) {
            say(1, "expected the levels 1 to 8 in order".to_owned());
        }
        for competence in &self.competences {
            let line = text.lines().position(|line| line.contains(&format!("\"{}\"", competence.code)));
            let line = line.map_or(1, |index| index + 1);
            if competence.themes.fr.len() != competence.themes.en.len() {
                say(line, format!("competence {}: as many themes in fr as in en", competence.code));
            }
            if competence.opens.as_deref().is_some_and(|month| !is_month(month)) {
                say(
                    line,
                    format!("competence {}: opens must be a month such as \"2027-01\"", competence.code),
                );
            }
        }
        problems
    }
}

fn is_month(text: &str) -> bool {
    format!("{text}-01").parse::<jiff::civil::Date>().is_ok() && text.len() == 7
}
