//! The bank lies inside the program: build again when a file of it appears or goes.
fn main() {
    println!("cargo:rerun-if-changed=../../content");
}
