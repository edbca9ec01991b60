//! What may happen: accounts, attempts, the learner's state, results.
//!
//! Every function here is a decision: it is told what is known and returns an outcome or a refusal. It knows no
//! clock, no random source, no database and no page.

pub mod account;
pub mod allowance;
pub mod answer_text;
pub mod attempt;
pub mod badge;
pub mod campaign;
pub mod campaign_code;
pub mod centre_draft;
pub mod certifiability;
pub mod class_list;
pub mod combined_course;
pub mod erasure;
pub mod invitation;
pub mod learner_state;
pub mod legal;
pub mod name_search;
pub mod need_group;
pub mod organisation_access;
pub mod organisation_draft;
pub mod participation;
pub mod picture;
pub mod picture_metadata;
pub mod placement;
pub mod places;
pub mod positioning;
pub mod ready_profiles;
pub mod rebuild;
pub mod reconciliation;
pub mod report_highlights;
pub mod reset;
pub mod school_leaving;
pub mod search_text;
pub mod snapshot;
pub mod stage;
pub mod standing;
pub mod statistics;
pub mod subjects;
pub mod syllabus;
pub mod tallying;
pub mod target_profile;
pub mod temporary_password;
pub mod training;
pub mod under_way;
pub mod verdict_number;
pub mod whereabouts;
