//! The log: lines on the standard error, for people or for programs. No line holds personal data.

use crate::settings::{LogFormat, Settings};
use tracing_subscriber::EnvFilter;

/// Begins to log as the settings say.
pub fn begin(settings: &Settings) {
    let log = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&settings.log))
        .with_writer(std::io::stderr)
        .with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()));
    match settings.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).with_span_list(false).init(),
    }
}
