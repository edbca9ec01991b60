//! The bank of questions: it reads, checks and freezes what authors write, and makes instances of it.
//!
//! - [`folder::read`] → [`Source`] → [`Release::build`]: a release is immutable and shared between threads.
//! - [`Release::family`] → [`Family::instance`]: a seed and a language give a [`Paper`] (what a learner may
//!   see) and a [`Key`] (what only the server may). The same seed gives the same bytes for ever.
//! - [`Family::file`]: a download of an instance, in one of its formats, the same bytes for ever.
//! - [`check::run`]: everything a family must satisfy before a release.
//!
//! This room never reads a clock, a database or the network, and touches the disk in [`folder`] alone. It
//! never grades: it hands the [`grade::Question`] over. The format is described in `content/README.md`.

mod answer;
mod answering;
pub mod check;
mod document;
mod downloads;
mod exhibit;
mod family;
pub mod folder;
mod framework;
mod front;
mod generate;
mod html;
mod lang;
mod library;
mod link;
mod lists;
mod natives;
mod paper;
mod problem;
mod random;
mod release;
pub mod show;
mod skill;
mod source;
mod template;
mod texts;
mod tube;
mod tutorial;
mod typography;
mod value;
mod workshop;

pub use downloads::File;
pub use exhibit::{
    Address, Attachment, Axis, Block, Browser, Certificate, Chart, ChartShape, Chat, Comment, Correspondent,
    Day, Dialog, Event, Evidence, Exhibit, Icon, IconItem, Lock, Mail, Message, Node, Notice, Phone, Piece,
    Post, Screen, Series, Setting, SettingGroup, Sign, State, Terminal, TerminalLine,
};
pub use family::Family;
pub use framework::{Competence, Domain, Framework, MasteryLevel};
pub use front::{Access, AnswerKind, Device, Front, Kind, Mode, Reach, TextSize, Treatment};
pub use generate::GenerateError;
pub use html::Html;
pub use lang::{Both, Lang};
pub use paper::{Download, Expected, FieldKind, Format, Input, InputField, Instance, Key, Paper};
pub use problem::Problem;
pub use release::Release;
pub use skill::SkillCode;
pub use source::{Source, UnpackError};
pub use tube::{Tube, TubeSkill};
pub use tutorial::{Tutorial, TutorialFront};
pub use typography::typeset;
