//! Packing, identity, indexes.

use content::{Release, SkillCode, Source};
use measure::placement::SkillId;
use proptest::prelude::*;

use crate::{edited, fixture, release};

#[test]
fn a_packed_bank_is_the_same_bank() {
    let source = fixture();
    let packed = source.pack();
    assert_eq!(packed, fixture().pack());
    let back = Source::unpack(&packed).expect("a packed bank");
    assert_eq!(back, source);
    assert_eq!(Release::build(&back).expect("a good bank").id(), release().id());
    assert!(Source::unpack(b"something else").is_err());
    assert!(Source::unpack(&packed[..packed.len() / 2]).is_err());
}

#[test]
fn one_letter_changes_the_release() {
    assert_eq!(release().id().len(), 64);
    assert_ne!(edited("1.2/a/3-text.md", "Regardez", "regardez").id(), fixture().id());
}

#[test]
fn families_are_found_by_id_key_and_skill() {
    let release = release();
    let family = release.family("1.2-a-8-files").expect("the family");
    assert_eq!(release.family_by_key(family.key()).map(content::Family::id), Some("1.2-a-8-files"));
    let of: Vec<&str> = release.families_of(family.skill().id()).map(content::Family::id).collect();
    assert_eq!(of, ["1.2-a-8-files", "1.2-a-8-order"]);
    assert!(release.family("1.2-a-9-none").is_none());
    assert_eq!(family.tutorials(), ["1.2-a-one", "1.2-a-two"]);
    assert!(family.tutorials().iter().all(|id| release.tutorial(id).is_some()));
    let pix: Vec<String> = release.skills().iter().map(|skill| skill.pix.to_string()).collect();
    assert_eq!(pix, ["4"; 8]);
}

#[test]
fn skill_codes() {
    for (text, number) in
        [("1.1-a-1", 1), ("1.2-a-3", 256 + 3), ("1.2-c-7", 256 + 32 + 7), ("5.2-p-8", 15 * 256 + 248)]
    {
        let code = SkillCode::parse(text).expect("a skill");
        assert_eq!((code.id(), code.to_string()), (SkillId(number), text.to_owned()));
    }
    for text in [
        "", "1.2-a", "1.2-a-0", "1.2-a-9", "1.4-a-1", "6.1-a-1", "0.1-a-1", "1.0-a-1", "1.2-q-1", "1.2-A-1",
        "1.2-a-11",
    ] {
        assert_eq!(SkillCode::parse(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn every_number_of_a_skill_is_its_code(number: u16) {
        if let Some(code) = SkillCode::from_id(SkillId(number)) {
            prop_assert_eq!(code.id(), SkillId(number));
            prop_assert_eq!(SkillCode::parse(&code.to_string()), Some(code));
        }
    }

    #[test]
    fn unpacking_anything_never_panics(bytes: Vec<u8>) {
        let archive = [b"pixbank1".as_slice(), &bytes].concat();
        if let Ok(source) = Source::unpack(&archive) {
            prop_assert_eq!(Source::unpack(&source.pack()).ok(), Some(source));
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_is_read_or_refused(text: String) {
        for file in ["1.2/a/3-text.md", "1.2/a/tutorials/one.md", "1.2/a/tube.toml", "framework.toml"] {
            let mut source = fixture();
            source.insert(file, text.clone());
            prop_assert!(Release::build(&source).is_err(), "{} was accepted", file);
        }
    }
}
