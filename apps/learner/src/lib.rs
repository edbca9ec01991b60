//! The learner's app: sign up, take an adaptive test, understand one's mistakes, see one's profile.
//!
//! One action per file, its page beside it. [`router`] is the map of the site.

mod account;
mod account_erasure;
mod account_erasure_page;
mod account_language;
mod account_names;
mod account_page;
mod account_recovery;
mod account_recovery_page;
mod advice;
mod answer;
mod answer_count;
mod answer_form;
mod answer_shown;
mod attempt;
mod attempt_loading;
mod bank;
mod bank_page;
mod bank_tube;
mod bank_tube_page;
mod campaign;
mod campaign_code;
mod campaign_entry;
mod campaign_page;
mod campaign_picture;
mod campaign_result;
mod campaign_result_page;
mod checkpoint;
mod checkpoint_page;
mod clock;
mod clock_page;
mod combined_course;
mod combined_course_lesson;
mod combined_course_page;
mod combined_course_start;
mod competence;
mod competence_card;
mod competence_page;
mod components;
mod correction;
mod correction_page;
mod data;
mod data_answers;
mod data_archive;
mod data_campaigns;
mod data_files;
mod dead_link;
mod departure;
mod device;
mod device_page;
mod download;
mod email_change;
mod email_change_code;
mod email_confirmation;
mod email_confirmation_request;
mod erasure_request;
mod frame;
mod front;
mod front_page;
mod home;
mod home_page;
mod joining;
mod knock;
mod leaver_confirmation;
mod leaver_confirmation_page;
mod legal_document;
mod level_up;
mod lockout;
mod mail;
mod mini_web;
mod mini_web_page;
mod mini_web_search;
mod mistake;
mod mistake_page;
mod new_password;
mod outbox;
mod participation;
mod participation_end;
mod participation_list;
mod participation_list_page;
mod participation_start;
mod password_change;
mod password_choice;
mod password_field;
mod password_proof;
mod password_reset;
mod password_reset_request;
mod picture;
mod preview;
mod preview_page;
mod privacy_notice;
mod profile;
mod profile_page;
mod profile_sending;
mod profile_sending_page;
mod pupil_account;
mod pupil_account_page;
mod pupil_guess;
mod pupil_identity;
mod pupil_identity_page;
mod pupil_line;
mod pupil_registration;
mod pupil_registration_page;
mod question;
mod question_page;
mod report;
mod report_form;
mod report_kind;
mod report_list;
mod report_list_page;
mod report_page;
mod reset;
mod reset_page;
mod result;
mod result_page;
mod school_leaving;
mod school_leaving_page;
mod session_opening;
mod sign_in;
mod sign_out;
mod sign_up;
mod sign_up_page;
mod terms_acceptance;
mod training;
mod training_list;
mod training_list_page;
mod training_rating;
mod tutorial;
mod tutorial_card;
mod tutorial_list;
mod tutorial_list_page;
mod tutorial_page;
mod tutorial_saving;
mod tutorial_usefulness;
mod under_way;
mod welcome;

#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;
pub use frame::NAV;
pub use legal_document::in_force;
pub use pupil_line::NotListed;
pub use school_leaving::Incomplete;
use web::house::House;

pub use answer_count::ANSWERS;

/// Every page of the app and who may use it: the types in the handlers' signatures say the same.
///
/// What can be posted to can be opened, and leads to the page of the form: people come back there with a plain link
/// after signing in again, after a change of language, after "try again".
pub fn router() -> Router<House> {
    Router::new()
        // Anybody.
        .route("/", get(front::show))
        .route("/sign-up", get(sign_up::show).post(sign_up::create))
        .route("/sign-in", get(sign_in::show).post(sign_in::create))
        .route("/password-reset", get(password_reset_request::show).post(password_reset_request::create))
        .route("/password-reset/{token}", get(password_reset::show).post(password_reset::create))
        .route("/password-choice/{token}", get(password_choice::show).post(password_choice::create))
        .route("/email-confirmation/{token}", get(email_confirmation::show).post(email_confirmation::create))
        .route("/leaving-school", get(school_leaving::show).post(school_leaving::create))
        .route("/leaving-school/{token}", get(leaver_confirmation::show).post(leaver_confirmation::create))
        .route("/account-recovery/{token}", get(account_recovery::show).post(account_recovery::create))
        .route("/farewell", get(account_erasure::farewell))
        .route("/terms", get(legal_document::terms))
        .route("/privacy", get(legal_document::privacy))
        .route("/legal", get(legal_document::notice))
        .route("/accessibility", get(legal_document::accessibility))
        .route("/help", get(legal_document::help))
        .route("/campaigns", get(campaign_code::show).post(campaign_code::create))
        .route("/campaigns/{code}", get(campaign::show))
        .route("/campaigns/{code}/pictures/{picture}", get(campaign_picture::show))
        .route("/campaigns/{code}/entry", get(campaign_entry::back).post(campaign_entry::create))
        .route(
            "/campaigns/{code}/registration",
            get(pupil_registration::show).post(pupil_registration::create),
        )
        // Anybody, in demo mode only.
        .route("/dev/outbox", get(outbox::show))
        .route("/dev/components", get(components::show))
        // Whoever is signed in.
        .route("/sign-out", get(sign_out::show).post(sign_out::create))
        .route("/terms-acceptance", get(terms_acceptance::show).post(terms_acceptance::create))
        // Whoever is signed in: one's own account, whether or not the terms in force are accepted.
        .route("/account", get(account::show))
        .route("/account/names", get(account_names::show).post(account_names::create))
        .route("/account/language", get(account::back).post(account_language::create))
        .route("/account/email-confirmation", get(account::back).post(email_confirmation_request::create))
        .route("/account/email", get(email_change::show).post(email_change::create))
        .route("/account/email/code", get(email_change_code::show).post(email_change_code::create))
        .route("/account/password", get(password_change::show).post(password_change::create))
        .route("/account/devices", get(device::show).post(device::create))
        .route("/account/data", get(data::show).post(data::create))
        .route("/account/erasure", get(account_erasure::show).post(account_erasure::create))
        .route("/account/erasure-request", get(erasure_request::show).post(erasure_request::create))
        .route("/privacy-notice", get(privacy_notice::show).post(privacy_notice::create))
        // Learners.
        .route("/home", get(home::show))
        .route("/home/welcome", get(welcome::back).post(welcome::create))
        .route("/profile", get(profile::show))
        .route("/competences/{competence}", get(competence::show))
        .route("/competences/{competence}/reset", get(reset::show).post(reset::create))
        .route("/competences/{competence}/attempts", get(attempt::begin).post(attempt::create))
        .route("/attempts/{attempt}", get(attempt::show))
        .route("/attempts/{attempt}/questions/{position}", get(question::show))
        .route("/attempts/{attempt}/questions/{position}/files/{file}/{name}", get(download::show))
        .route("/attempts/{attempt}/questions/{position}/pictures/{picture}", get(picture::show))
        .route("/attempts/{attempt}/questions/{position}/web/{*address}", get(mini_web::show))
        .route("/attempts/{attempt}/answers/{position}", get(question::back).post(answer::create))
        .route("/attempts/{attempt}/clocks/{position}", get(question::back).post(clock::create))
        .route("/attempts/{attempt}/departures/{position}", get(question::back).post(departure::create))
        .route("/attempts/{attempt}/checkpoint", get(checkpoint::show))
        .route("/attempts/{attempt}/corrections/{position}", get(correction::show))
        .route("/attempts/{attempt}/reports/{position}", get(report::show).post(report::create))
        .route("/attempts/{attempt}/result", get(result::show))
        .route("/campaigns/{code}/identity", get(pupil_identity::show).post(pupil_identity::create))
        .route("/campaigns/{code}/participations", get(participation::back).post(participation::create))
        .route("/campaigns/{code}/sending", get(profile_sending::show).post(profile_sending::create))
        .route("/campaigns/{code}/result", get(campaign_result::show))
        .route("/courses/{code}", get(combined_course::show))
        .route(
            "/courses/{code}/participations",
            get(combined_course_start::back).post(combined_course_start::create),
        )
        .route(
            "/courses/{code}/lessons/{training}",
            get(combined_course_lesson::back).post(combined_course_lesson::create),
        )
        .route("/participations", get(participation_list::show))
        .route("/trainings", get(training_list::show))
        .route("/trainings/{training}/rating", get(training_rating::back).post(training_rating::create))
        .route("/mistakes", get(mistake::show))
        .route("/tutorials", get(tutorial_list::show))
        .route("/tutorials/{tutorial}", get(tutorial::show))
        .route("/tutorials/{tutorial}/saving", get(tutorial_saving::back).post(tutorial_saving::create))
        .route(
            "/tutorials/{tutorial}/usefulness",
            get(tutorial_saving::back).post(tutorial_usefulness::create),
        )
        // The service's staff.
        .route("/reports", get(report_list::show))
        .route("/bank", get(bank::show))
        .route("/bank/{tube}", get(bank_tube::show))
        .route("/preview/{family}", get(preview::show).post(preview::create))
        .route("/preview/{family}/pictures/{picture}", get(preview::picture))
        .route("/preview/{family}/files/{file}/{name}", get(preview::download))
        .route("/preview/{family}/web/{*address}", get(preview::web))
}
