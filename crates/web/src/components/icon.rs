//! Line drawings of 24 by 24, always beside a word: hidden from screen readers.

use maud::{Markup, Render, html};

/// A drawing of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A tick.
    Check,
    /// A cross.
    Cross,
    /// Two chevrons to the right.
    Skip,
    /// A wave: more or less.
    Partial,
    /// A clock.
    Clock,
    /// An arrow leaving a frame.
    Leave,
    /// A chevron pointing down.
    Chevron,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// A globe.
    Globe,
    /// A target.
    Focus,
    /// An eye.
    Eye,
    /// A folder.
    Folder,
    /// A sheet of paper with lines.
    Document,
    /// A grid.
    Table,
    /// A list.
    List,
    /// A prompt in a window.
    Prompt,
    /// An open book.
    Book,
    /// An arrow onto a tray.
    Download,
    /// The letter i in a circle.
    Info,
    /// A triangle with a stroke.
    Warning,
    /// Two sheets.
    Copy,
    /// A sun.
    Sun,
    /// A moon.
    Moon,
    /// A circle half filled.
    Contrast,
    /// An open circle.
    Open,
    /// A magnifying glass.
    Search,
    /// Two speech bubbles.
    Chat,
    /// A pencil.
    Pencil,
    /// A shield with a tick.
    Shield,
    /// A plug.
    Plug,
    /// An envelope.
    Mail,
    /// A closed padlock.
    Lock,
    /// A question mark in a circle.
    Question,
    /// A phone.
    Phone,
    /// A page of a calendar.
    Calendar,
    /// A ribbon in a book.
    Bookmark,
    /// A ribbon in a book, with a tick.
    Bookmarked,
}

const PATHS: [(Icon, &str); 38] = [
    (Icon::Check, "m5 12.5 4.5 4.5L19 7.5"),
    (Icon::Cross, "M6.5 6.5l11 11M17.5 6.5l-11 11"),
    (Icon::Skip, "M6 6l6 6-6 6M13 6l6 6-6 6"),
    (Icon::Partial, "M4.5 13.5c2-5 5-5 7.5-1.5s5.5 3.5 7.5-1.5"),
    (Icon::Clock, "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 7v5.5l3.5 2"),
    (Icon::Leave, "M13 4.5H5v15h8M10 12h10.5M17 8l4 4-4 4"),
    (Icon::Chevron, "m6 9.5 6 6 6-6"),
    (Icon::Up, "M12 19V5.5M6 11l6-6 6 6"),
    (Icon::Down, "M12 5v13.5M6 13l6 6 6-6"),
    (
        Icon::Globe,
        "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M3.5 12h17M12 3.5c-5 5-5 12 0 17 5-5 5-12 0-17z",
    ),
    (Icon::Focus, "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M8.5 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0"),
    (Icon::Eye, "M2.5 12c5-8 14-8 19 0-5 8-14 8-19 0zM9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0"),
    (
        Icon::Folder,
        "M3 6.5a1.5 1.5 0 0 1 1.5-1.5h5l2 2.5h8A1.5 1.5 0 0 1 21 9v8.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5z",
    ),
    (Icon::Document, "M5 3h9l5 5v13H5zM14 3v5h5M8.5 12.5h7M8.5 16h7"),
    (Icon::Table, "M3.5 5h17v14h-17zM3.5 10h17M3.5 14.5h17M10 5v14"),
    (Icon::List, "M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01"),
    (Icon::Prompt, "M3.5 5h17v14h-17zM7.5 9.5l3 2.5-3 2.5M13 15h3.5"),
    (Icon::Book, "M4 5h6a2 2 0 0 1 2 2v12a2 2 0 0 0-2-2H4zM20 5h-6a2 2 0 0 0-2 2v12a2 2 0 0 1 2-2h6z"),
    (Icon::Download, "M12 4v11M7 10.5l5 5 5-5M4.5 19.5h15"),
    (Icon::Info, "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 11v5.5M12 7.7v.01"),
    (Icon::Warning, "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.01"),
    (Icon::Copy, "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4"),
    (
        Icon::Sun,
        "M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4",
    ),
    (Icon::Moon, "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"),
    (Icon::Contrast, "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 3.5v17M15 6v12M18 8.5v7"),
    (Icon::Open, "M6 12a6 6 0 1 0 12 0a6 6 0 1 0-12 0"),
    (Icon::Search, "M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0-12 0M15 15l5.5 5.5"),
    (Icon::Chat, "M3.5 5h11v8h-6l-3 3v-3h-2zM17.5 9h3v8h-2v3l-3-3h-4v-1.5"),
    (Icon::Pencil, "m4 20 1.2-5L16 4.2l3.8 3.8L9 18.8zM13.5 6.7l3.8 3.8"),
    (Icon::Shield, "M12 3 5 6v5c0 4.5 3 8 7 10 4-2 7-5.5 7-10V6zM9 11.5l2.2 2.2 4-4.2"),
    (Icon::Plug, "M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v4"),
    (Icon::Mail, "M3.5 5.5h17v13h-17zM3.5 7l8.5 6 8.5-6"),
    (Icon::Lock, "M5.5 10.5h13v9h-13zM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3"),
    (
        Icon::Question,
        "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.2 1-1.2 1.8M12 16.5v.1",
    ),
    (Icon::Phone, "M7.5 3h9v18h-9zM11 18h2"),
    (Icon::Calendar, "M4.5 5.5h15v14h-15zM4.5 10h15M8.5 3.5v4M15.5 3.5v4"),
    (Icon::Bookmark, "M6.5 4h11v16.5L12 16.5l-5.5 4z"),
    (Icon::Bookmarked, "M6.5 4h11v16.5L12 16.5l-5.5 4zM9 9.7l2.2 2.2 4-4.2"),
];

impl Icon {
    /// The stroke of the drawing.
    fn path(self) -> &'static str {
        PATHS.iter().find(|(icon, _)| *icon == self).map_or("", |(_, path)| path)
    }

    /// The drawing with one more class, for example `chev` to let it turn.
    #[must_use]
    pub fn classed(self, class: &str) -> Markup {
        html! { svg class={ "icon " (class) } viewBox="0 0 24 24" aria-hidden="true" { path d=(self.path()) {} } }
    }
}

impl Render for Icon {
    fn render(&self) -> Markup {
        html! { svg class="icon" viewBox="0 0 24 24" aria-hidden="true" { path d=(self.path()) {} } }
    }
}
