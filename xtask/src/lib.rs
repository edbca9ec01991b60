//! Nothing to call: this target exists for the tests of `tests/tidy.rs`.
