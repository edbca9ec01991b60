//! The only room with SQL: the tables, their migrations, and every statement the house ever runs.
//!
//! - [`db`] speaks to SQLite (embedded, group commit) and to PostgreSQL with one SQL text.
//! - [`migration`] brings a database to the present schema, forward only.
//! - One module per family of tables; a query is a plain function: one statement, a typed result. What writes
//!   takes `&mut Tx` first; what reads takes `impl Into<On>`, a `&Db` or a `&mut Tx`.
//!
//! This room decides nothing: rules are in `rules`. It knows no clock and no source of chance: instants
//! (milliseconds since 1970) and random bits are given to it.

pub mod account;
pub mod allowance;
pub mod answer;
pub mod attempt;
pub mod audit;
pub mod backup;
pub mod badge;
pub mod campaign;
pub mod campaign_picture;
pub mod centre;
pub mod certifiability;
pub mod combined_course;
pub mod combined_course_progress;
pub mod data_export;
pub mod db;
pub mod email_change;
pub mod erasure;
pub mod id;
pub mod invitation;
pub mod job;
pub mod joining;
pub mod learner;
pub mod learner_detachment;
pub mod learner_import;
pub mod learner_list;
pub mod learner_name;
pub mod learner_order;
pub mod learner_removal;
pub mod legal;
pub mod mail_link;
pub mod membership;
pub mod migration;
pub mod mistake;
pub mod notice;
pub mod organisation;
pub mod outbox;
pub mod participation;
pub mod place_lot;
pub mod problem_report;
pub mod pupil_password;
pub mod pupil_username;
pub mod release;
pub mod report;
pub mod reset;
pub mod school_leaver;
pub mod session;
pub mod stage;
pub mod state;
pub mod statistics;
pub mod target_profile;
pub mod token;
pub mod training;
pub mod training_mark;
#[cfg(any(test, feature = "trial"))]
pub mod trial;
pub mod tutorial_mark;

#[cfg(test)]
mod tests;

pub use db::{Db, Error, On, Options, Pulse, Result, Tx, retry, tally};
pub use id::{
    AccountId, AttemptId, AuditId, BadgeId, CampaignId, CentreId, CourseId, ImportId, InvitationId, JobId,
    LearnerId, LotId, MailId, OrganisationId, ParticipationId, PictureId, ReportId, ResetId, TargetProfileId,
    TrainingId,
};
pub use token::TokenHash;
