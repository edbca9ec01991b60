//! Codes of skills as authors write them (`1.2-a-3`) and as the engine stores them.

use std::fmt;

use measure::placement::{SkillId, TubeId};

/// Domains of the framework and how many competences each has: 3 + 4 + 4 + 3 + 2 = 16.
const COMPETENCES_PER_DOMAIN: [u16; 5] = [3, 4, 4, 3, 2];

/// A skill as authors write it: competence, tube, level. `1.2-a-3` is level 3 of tube a of competence 1.2.
///
/// Its number is `competence index × 256 + tube index × 16 + level`, where competences are counted from 0
/// in the order of the framework and tube `a` is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SkillCode {
    domain: u8,
    competence: u8,
    tube: u8,
    level: u8,
}

impl SkillCode {
    /// Reads `1.2-a-3`: a competence of the framework, a tube a–p, a level 1–8.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let &[domain, b'.', competence, b'-', tube @ b'a'..=b'p', b'-', level @ b'1'..=b'8'] =
            text.as_bytes()
        else {
            return None;
        };
        let (domain, competence) = (domain.wrapping_sub(b'0'), competence.wrapping_sub(b'0'));
        let count = *COMPETENCES_PER_DOMAIN.get(usize::from(domain.checked_sub(1)?))?;
        let known = (1..=count).contains(&u16::from(competence));
        known.then_some(Self { domain, competence, tube: tube - b'a', level: level - b'0' })
    }

    /// The code a number stands for, if it stands for one.
    #[must_use]
    pub fn from_id(id: SkillId) -> Option<Self> {
        let [index, low] = id.0.to_be_bytes();
        let (domain, competence) = place(u16::from(index))?;
        let (tube, level) = (low >> 4, low & 15);
        (1..=8).contains(&level).then_some(Self { domain, competence, tube, level })
    }

    /// The number of this skill.
    #[must_use]
    pub fn id(self) -> SkillId {
        SkillId(self.competence_index() * 256 + u16::from(self.tube) * 16 + u16::from(self.level))
    }

    /// The number of the tube this skill belongs to: the skill's number with level 0.
    #[must_use]
    pub fn tube_id(self) -> TubeId {
        TubeId(self.competence_index() * 256 + u16::from(self.tube) * 16)
    }

    /// The index of the competence, 0 to 15 in the order of the framework.
    #[must_use]
    pub fn competence_index(self) -> u16 {
        let before = usize::from(self.domain.saturating_sub(1));
        COMPETENCES_PER_DOMAIN.iter().take(before).sum::<u16>() + u16::from(self.competence) - 1
    }

    /// The code of the competence, such as `1.2`.
    #[must_use]
    pub fn competence(self) -> String {
        format!("{}.{}", self.domain, self.competence)
    }

    /// The code of the tube, such as `1.2-a`.
    #[must_use]
    pub fn tube(self) -> String {
        format!("{}.{}-{}", self.domain, self.competence, char::from(b'a' + self.tube))
    }

    /// The level, 1 to 8.
    #[must_use]
    pub const fn level(self) -> u8 {
        self.level
    }
}

/// Domain and competence digits of a competence index.
fn place(index: u16) -> Option<(u8, u8)> {
    let mut left = index;
    for (domain, count) in (1_u8..).zip(COMPETENCES_PER_DOMAIN) {
        if left < count {
            return Some((domain, u8::try_from(left + 1).ok()?));
        }
        left -= count;
    }
    None
}

impl fmt::Display for SkillCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.tube(), self.level)
    }
}
