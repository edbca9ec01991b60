//! Cutting proposals never panics, and both readers of fields agree.

#![no_main]

use grade::reference::{Block, blocks, inputs, items};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    assert!(items(text).len() <= text.matches('-').count());
    match (blocks(text), inputs(text)) {
        (Ok(blocks), Ok(inputs)) => {
            let fields = blocks.iter().filter_map(|block| match block {
                Block::Input(input) => Some(input),
                Block::Text(_) => None,
            });
            for field in fields {
                assert!(inputs.contains_key(&field.key));
            }
        }
        (page, checker) => assert_eq!(page.err(), checker.err()),
    }
});
