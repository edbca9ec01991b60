//! The app as a whole: every route and who may use it, every refusal, what an answer costs, what no page may tell.
//!
//! [`site`] is the app over a fresh database, [`taking`] puts somebody in the middle of a test.

mod account_erasure;
mod account_page;
mod accounts;
mod adversity;
mod answers;
mod campaigns_again;
mod campaigns_entry;
mod campaigns_identity;
mod campaigns_sending;
mod campaigns_test;
mod campaigns_without_account;
mod clock;
mod cost;
mod data;
mod departure;
mod email_change;
mod ended_session;
mod forms;
mod home;
mod interplay;
mod leaver_links;
mod leaver_refusals;
mod legal;
mod level_up;
mod links;
mod mini_web;
mod mistakes;
mod password_change;
mod picture;
mod placements;
mod pupil_registrations;
mod question_page;
mod report;
mod resets;
mod route_table;
mod routes;
mod school_leavers;
mod schools;
mod secrets;
mod site;
mod taking;
mod temporary_password;
mod trainings;
mod tutorials;
