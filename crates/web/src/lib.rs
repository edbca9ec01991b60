//! What every page of every app shares: the words, the look, the components, the assets and the frame around a page.
//!
//! The design system lives here once (`assets/tokens.css` is the only place with colours, [`components`] the only
//! place with markup for a button or a field). This room never holds SQL, never decides what a learner may do, and
//! never prints an inline script or an inline style: a strict content security policy always stands.

pub mod assets;
pub mod bank;
pub mod clock;
pub mod closing;
pub mod components;
pub mod cross_site;
pub mod entropy;
pub mod form;
pub mod house;
pub mod lang;
pub mod layout;
pub mod moment;
pub mod numbers;
pub mod pages;
pub mod password_hashing;
pub mod prefs;
pub mod refusal;
pub mod request_id;
pub mod security;
#[cfg(feature = "trial")]
pub mod trial;
pub mod visit;
pub mod words;

pub use lang::Lang;
pub use layout::Page;
pub use words::Words;
