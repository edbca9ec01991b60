//! Pix Orga: a teacher runs a school year.
//!
//! One action per file, its page beside it. [`router`] is the map of the site.

mod activity;
mod activity_chart;
mod activity_page;
mod analysis;
mod analysis_class;
mod analysis_groups_page;
mod analysis_page;
mod begun_and_sent_page;
mod board_page;
mod campaign_archive;
mod campaign_copy;
mod campaign_creation;
mod campaign_editing;
mod campaign_fault;
mod campaign_form;
mod campaign_form_page;
mod campaign_list;
mod campaign_list_page;
mod campaign_loading;
mod campaign_picture;
mod campaign_picture_page;
mod campaign_picture_removal;
mod campaign_projection;
mod campaign_projection_page;
mod campaign_removal;
mod campaign_removal_list;
mod campaign_settings;
mod campaign_settings_page;
mod campaign_tabs;
mod certifiability;
mod certifiability_page;
mod combined_course;
mod combined_course_archive;
mod combined_course_creation;
mod combined_course_creation_page;
mod combined_course_list;
mod combined_course_list_page;
mod combined_course_page;
mod conflict_code_page;
mod departure;
mod export;
mod export_table;
mod frame;
mod home;
mod import_cancellation;
mod import_changes_page;
mod import_confirmation;
mod import_fault;
mod import_file;
mod import_format;
mod import_preview;
mod import_preview_page;
mod import_step;
mod import_template;
mod import_undoing;
mod import_upload;
mod import_upload_page;
mod invitation;
mod invitation_acceptance;
mod invitation_acceptance_page;
mod invitation_cancellation;
mod invitation_sending;
mod learner_detachment;
mod learner_list;
mod learner_list_page;
mod learner_removal;
mod learner_return;
mod learner_return_page;
mod list_order;
mod live;
mod live_page;
mod live_room;
mod live_stream;
mod live_streams;
mod login_slip;
mod login_slip_page;
mod mail;
mod member_removal;
mod member_role;
mod note;
mod participant;
mod participant_filter;
mod participant_order;
mod participant_page;
mod participant_removal;
mod participant_report;
mod participant_roll;
mod password_reset;
mod password_reset_page;
mod places;
mod places_page;
mod pupil_group;
mod pupil_group_page;
mod report;
mod report_loading;
mod report_outcome;
mod report_page;
mod report_pupils;
mod report_sheet;
mod results;
mod results_list;
mod results_page;
mod statistics;
mod statistics_export;
mod statistics_levels_page;
mod statistics_months_page;
mod statistics_page;
mod subject_picker;
mod table_download;
mod team;
mod team_page;
mod username;
mod username_page;
mod workplace;
mod workplace_page;

#[cfg(test)]
mod tests;

use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use axum::{Extension, Router};
pub use frame::NAV;
pub use import_fault::sentence as fault_sentence;
use web::house::House;

/// Every page of the app and who may use it: the types in the handlers' signatures say the same.
///
/// What can be posted to can be opened, and leads to the page of the form.
pub fn router() -> Router<House> {
    Router::new()
        // Anybody who holds the code.
        .route("/invitations/{code}", get(invitation_acceptance::show).post(invitation_acceptance::create))
        // Members of an organisation.
        .route("/orga", get(home::show))
        .route("/orga/campaigns", get(campaign_list::show))
        .route("/orga/campaigns/new", get(campaign_creation::show).post(campaign_creation::create))
        .route(
            "/orga/campaigns/removal",
            get(campaign_removal_list::show).post(campaign_removal_list::create),
        )
        .route("/orga/campaigns/{campaign}", get(activity::show))
        .route("/orga/campaigns/{campaign}/results", get(results::show))
        .route("/orga/campaigns/{campaign}/analysis", get(analysis::show))
        .route("/orga/campaigns/{campaign}/participants/{participation}", get(participant::show))
        .route(
            "/orga/campaigns/{campaign}/participants/{participation}/removal",
            get(participant_removal::show).post(participant_removal::create),
        )
        .route(
            "/orga/campaigns/{campaign}/participants/{participation}/report",
            get(participant_report::show),
        )
        .route("/orga/campaigns/{campaign}/report", get(report::show))
        .route("/orga/campaigns/{campaign}/report/pupils", get(report_pupils::show))
        .route("/orga/campaigns/{campaign}/export", get(export::show))
        .route("/orga/campaigns/{campaign}/settings", get(campaign_settings::show))
        .route("/orga/campaigns/{campaign}/projection", get(campaign_projection::show))
        .route("/orga/campaigns/{campaign}/edit", get(campaign_editing::show).post(campaign_editing::create))
        .route(
            "/orga/campaigns/{campaign}/picture",
            get(campaign_picture::show)
                .post(campaign_picture::create)
                .layer(DefaultBodyLimit::max(campaign_picture::LARGEST_BODY)),
        )
        .route(
            "/orga/campaigns/{campaign}/picture/removal",
            get(campaign_picture_removal::back).post(campaign_picture_removal::create),
        )
        .route(
            "/orga/campaigns/{campaign}/archive",
            get(campaign_settings::back).post(campaign_archive::create),
        )
        .route("/orga/campaigns/{campaign}/copy", get(campaign_settings::back).post(campaign_copy::create))
        .route(
            "/orga/campaigns/{campaign}/removal",
            get(campaign_removal::show).post(campaign_removal::create),
        )
        .route("/orga/courses", get(combined_course_list::show))
        .route(
            "/orga/courses/new",
            get(combined_course_creation::show).post(combined_course_creation::create),
        )
        .route("/orga/courses/{course}", get(combined_course::show))
        .route(
            "/orga/courses/{course}/archive",
            get(combined_course_archive::back).post(combined_course_archive::create),
        )
        .route("/orga/learners", get(learner_list::show))
        .route("/orga/learners/passwords", get(password_reset::show).post(password_reset::create))
        .route("/orga/learners/usernames", get(username::show).post(username::create))
        .route(
            "/orga/learners/{learner}/detachment",
            get(learner_detachment::show).post(learner_detachment::create),
        )
        .route("/orga/learners/{learner}/removal", get(learner_removal::show).post(learner_removal::create))
        .route("/orga/learners/returns", get(learner_return::show).post(learner_return::create))
        .merge(imports())
        .merge(live(live_streams::LIMITS))
        .route("/orga/statistics", get(statistics::show))
        .route("/orga/statistics/export", get(statistics_export::show))
        .route("/orga/team", get(team::show))
        .route("/orga/team/departure", get(departure::show).post(departure::create))
        .route("/orga/team/invitations", get(invitation::show).post(invitation::create))
        .route(
            "/orga/team/invitations/{invitation}/sending",
            get(team::back).post(invitation_sending::create),
        )
        .route(
            "/orga/team/invitations/{invitation}/cancellation",
            get(team::back).post(invitation_cancellation::create),
        )
        .route("/orga/team/{account}/role", get(team::back).post(member_role::create))
        .route("/orga/team/{account}/removal", get(member_removal::show).post(member_removal::create))
        .route("/orga/places", get(places::show))
        .route("/orga/workplaces", get(workplace::show).post(workplace::create))
}

/// A class that is watched while it works.
fn live(limits: live_streams::Limits) -> Router<House> {
    Router::new()
        .route("/orga/campaigns/{campaign}/live", get(live::show))
        .route("/orga/campaigns/{campaign}/live/stream", get(live_stream::show))
        .layer(Extension(live_streams::Streams::within(limits)))
}

/// Lists of learners that come in; a file may be larger than any other form.
fn imports() -> Router<House> {
    let roomy = DefaultBodyLimit::max(import_file::LARGEST_BODY);
    Router::new()
        .route("/orga/learners/import", get(import_upload::show).post(import_upload::create).layer(roomy))
        .route("/orga/learners/import/template", get(import_template::show))
        .route("/orga/learners/imports/{import}", get(import_preview::show))
        .route(
            "/orga/learners/imports/{import}/confirmation",
            get(import_preview::back).post(import_confirmation::create),
        )
        .route(
            "/orga/learners/imports/{import}/cancellation",
            get(import_preview::back).post(import_cancellation::create),
        )
        .route(
            "/orga/learners/imports/{import}/undoing",
            get(import_preview::back).post(import_undoing::create),
        )
}
