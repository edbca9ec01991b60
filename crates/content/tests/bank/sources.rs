//! Packing, identity, indexes.

use std::collections::BTreeSet;

use content::{Lang, Release, SkillCode, Source};
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
fn the_release_changes_with_its_files_and_only_then() {
    let id = fixture().id();
    let changed = |change: fn(&mut Source)| {
        let mut source = fixture();
        change(&mut source);
        source.id()
    };
    let same = changed(|source| {
        let text = source.get("framework.toml").expect("a file").to_vec();
        assert!(source.remove("framework.toml") && !source.remove("framework.toml"));
        source.insert("framework.toml", text);
    });
    assert_eq!(same, id);
    let others = [
        changed(|source| {
            source.remove("1.2/a/3-text.md");
        }),
        changed(|source| source.insert("1.2/a/9-x.md", "")),
        changed(|source| {
            let text = source.get("1.2/a/3-text.md").expect("a file").to_vec();
            source.remove("1.2/a/3-text.md");
            source.insert("1.2/a/3-texts.md", text);
        }),
        // The same letters, cut elsewhere between path and text.
        changed(|source| source.insert("x", "yz")),
        changed(|source| source.insert("xy", "z")),
    ];
    let all: BTreeSet<&String> = others.iter().chain([&id]).collect();
    assert_eq!(all.len(), 6);
}

#[test]
fn only_the_files_of_the_bank_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in fixture().iter() {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, bytes).expect("a file");
    }
    for (path, is_part) in [
        ("README.md", false),
        ("drafts.md", false),
        ("1.2/a/.hidden.md", false),
        ("1.2/a/_draft.md", false),
        ("1.2/a/3-text.md~", false),
        ("1.2/a/notes.txt", false),
        ("1.2/a/notes.md", true),
    ] {
        std::fs::write(folder.path().join(path), "x").expect("a file");
        let read = content::folder::read(folder.path()).expect("the bank");
        assert_eq!(read.get(path).is_some(), is_part, "{path}");
        assert_eq!(read.id() == fixture().id(), !is_part, "{path}");
    }
    let error = content::folder::read(&folder.path().join("none")).expect_err("no folder");
    assert!(error.to_string().contains("none/framework.toml"), "{error}");
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

/// What a slip of an author may put into a file: marks of the format, and anything.
const DAMAGE: &str = "(\\+\\+\\+|# |## |```|~~~|\\{\\{|\\}\\}|#\\{|\\[|\\]|\\||<|>|\n|.){0,6}";

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

    #[test]
    fn any_damage_to_a_family_is_read_or_refused(place: prop::sample::Index, length in 0..40_usize, text in DAMAGE) {
        for file in ["1.2/a/3-text.md", "1.2/a/8-files.md"] {
            let mut source = fixture();
            let mut bytes = source.get(file).expect("the family").to_vec();
            let start = place.index(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, text.bytes());
            source.insert(file, bytes);
            match Release::build(&source) {
                Ok(release) => {
                    let id = file.replace('/', "-").replace(".md", "");
                    let _ = release.family(&id).expect("the family").instance(1, Lang::Fr);
                }
                Err(problems) => prop_assert!(problems.iter().all(|problem| problem.line > 0)),
            }
        }
    }
}
