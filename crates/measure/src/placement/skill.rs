//! What is asked for: skills, and the tubes that order them by difficulty.

use super::Pix;

/// The number of a skill inside one release of the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkillId(pub u16);

/// The number of a tube, a ladder of skills on one subject; two tubes of one name stay two tubes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TubeId(pub u16);

/// One skill: a rung of a tube, with what it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Skill {
    /// Which skill this is.
    pub id: SkillId,
    /// The tube it belongs to.
    pub tube: TubeId,
    /// Its level, 1 to 8, which is also its difficulty.
    pub level: u8,
    /// What mastering it earns.
    pub pix: Pix,
}
