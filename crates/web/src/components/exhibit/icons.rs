//! Things with a drawing beside them, described by what is drawn and not by what it means.

use content::{Icon, IconItem};
use maud::{Markup, html};

use crate::Words;
use crate::words::key;

/// A list of things with their drawings.
pub fn icons(words: Words, items: &[IconItem]) -> Markup {
    html! {
        ul class="icons" {
            @for item in items {
                li {
                    svg class="icon" viewBox="0 0 24 24" role="img" aria-label=(words.say(described(item.icon))) {
                        path d=(path(item.icon)) {}
                    }
                    span { (item.name) @if let Some(note) = &item.note { small { (note) } } }
                }
            }
        }
    }
}

const fn described(icon: Icon) -> &'static str {
    match icon {
        Icon::Local => key("drawn-screen"),
        Icon::Cloud => key("drawn-cloud"),
        Icon::Synced => key("drawn-cloud-tick"),
        Icon::Syncing => key("drawn-two-arrows"),
        Icon::Error => key("drawn-cross"),
        Icon::Conflict => key("drawn-two-sheets-apart"),
        Icon::Shared => key("drawn-two-people"),
        Icon::Offline => key("drawn-pin"),
        Icon::Paused => key("drawn-two-bars"),
    }
}

const CLOUD: &str = "M7 18.5h10a4 4 0 0 0 .8-7.9A5.8 5.8 0 0 0 6.6 9.7 4.5 4.5 0 0 0 7 18.5z";

const fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Local => "M3.5 5h17v11h-17zM9 20h6M12 16v4",
        Icon::Cloud => CLOUD,
        Icon::Synced => {
            "M7 18.5h10a4 4 0 0 0 .8-7.9A5.8 5.8 0 0 0 6.6 9.7 4.5 4.5 0 0 0 7 18.5zM9 13l2.2 2.2 4-4.4"
        }
        Icon::Syncing => "M4.5 10.5A8 8 0 0 1 19 8M19.5 3.5V8H15M19.5 13.5A8 8 0 0 1 5 16M4.5 20.5V16H9",
        Icon::Error => "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M8.8 8.8l6.4 6.4M15.2 8.8l-6.4 6.4",
        Icon::Conflict => "M3.5 4h7v10h-7zM13.5 10h7v10h-7zM5.5 20l3-3M18.5 4l-3 3",
        Icon::Shared => {
            "M5.5 8a3 3 0 1 0 6 0a3 3 0 1 0-6 0M2.5 19c0-7 12-7 12 0zM15 5.3a3 3 0 0 1 0 5.6M16.5 13.5c3 .5 5 2.5 5 5.5h-3.5"
        }
        Icon::Offline => "M8 3.5h8l-1.5 6.5 3 3.5h-11l3-3.5zM12 13.5V21",
        Icon::Paused => "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M9.8 8.5v7M14.2 8.5v7",
    }
}
