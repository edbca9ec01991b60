//! Packs the bank into the program, with its identity: a fifth of its files' size, read only when it is needed.

#![allow(dead_code, reason = "two modules of the room of the bank are read here whole, and used in part")]

#[path = "../../crates/content/src/folder.rs"]
mod folder;
#[path = "../../crates/content/src/source.rs"]
mod source;

use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    println!("cargo::rerun-if-changed={}", content.display());
    let bank = folder::read(&content)?;
    // Files, and no variable for the compiler: `cargo run` would hand that one down to the program, as a setting.
    let place = PathBuf::from(std::env::var("OUT_DIR")?);
    std::fs::write(place.join("bank"), bank.pack())?;
    std::fs::write(place.join("bank_id"), bank.id())?;
    Ok(())
}
