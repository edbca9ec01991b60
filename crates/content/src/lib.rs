//! The bank of questions: it reads, checks and freezes what authors write, and makes instances of it.
//!
//! - [`folder::read`] → [`Source`] → [`Release::build`]: a release is immutable and shared between threads.
//! - [`Release::family`] → [`Family::instance`]: a seed and a language give a [`Paper`] (what a learner may
//!   see) and a [`Key`] (what only the server may). The same seed gives the same bytes for ever.
//! - [`Family::file`]: a download of an instance, in one of its formats, the same bytes for ever.
//! - [`Family::web`]: the fictional sites of an instance, and the search of their engines.
//! - [`check::run`]: everything a family must satisfy before a release; [`report::of`]: what the bank is made of.
//!
//! This room never reads a clock, a database or the network, and touches the disk in [`folder`] alone. It
//! never grades: it hands the [`grade::Question`] over. The format is described in `content/README.md`.

mod answer;
mod answering;
pub mod check;
mod diagram;
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
pub mod likeness;
mod link;
mod lists;
mod natives;
mod paper;
pub mod prior;
mod problem;
mod random;
mod readability;
mod release;
pub mod report;
pub mod show;
mod skill;
mod source;
mod template;
mod texts;
mod tube;
mod tutorial;
mod typography;
mod value;
mod web;
mod workshop;

pub use downloads::{File, Scene};
pub use exhibit::{
    Address, Align, Attachment, Axis, Block, Board, Browser, Certificate, Chart, ChartShape, Chat, Comment,
    Correspondent, Day, Dialog, Document, DocumentBlock, Drawn, Event, Evidence, Exhibit, Icon, IconItem,
    Lock, Mail, Message, Node, Notice, ParagraphStyle, Phone, Piece, PlainTable, Post, Program, ProgramLine,
    Screen, Series, Setting, SettingGroup, Sign, Square, State, StyledParagraph, Terminal, TerminalLine,
    column_name,
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
pub use web::{Found, Hit, Web, WebAddress, WebBlock, WebDate, WebLink, WebPage, WebSite, WebSpot};
