//! The random source as scripts see it: `r.int(1, 6)`, `r.pick(list)`, `r.word(lang)`…

#![expect(clippy::needless_pass_by_value, reason = "scripts hand their values over")]

use std::sync::Arc;

use rhai::{Array, Dynamic, Engine, ImmutableString};

use super::{Answer, language, wrong};
use crate::lang::Lang;
use crate::lists::Lists;
use crate::random::Random;

/// The list behind `r.word` and `words`.
const NOUNS: &str = "nouns";
/// Consonants only, so that a code never spells a word; O and I are left out with the other vowels.
const CODE_LETTERS: &[u8] = b"BCDFGHJKLMNPQRSTVWXZ";
/// Codes longer than this are a mistake of the script.
const LONGEST_CODE: i64 = 32;

pub(super) fn register(engine: &mut Engine, lists: &Arc<Lists>) {
    engine.register_type_with_name::<Random>("Random");
    engine.register_fn("int", |r: &mut Random, low: i64, high: i64| whole(r, low, high));
    engine.register_fn("chance", |r: &mut Random, times: i64, of: i64| r.between(1, of.max(1)) <= times);
    engine.register_fn("pick", |r: &mut Random, list: Array| pick(r, list));
    engine.register_fn("sample", |r: &mut Random, list: Array, count: i64| sample(r, list, count));
    engine.register_fn("shuffle", |r: &mut Random, list: Array| -> Answer<Array> {
        bearable(r, &list)?;
        Ok(chosen(&list, &r.indexes(list.len(), list.len())))
    });
    engine.register_fn("code", |r: &mut Random, length: i64| code(r, length));
    register_lists(engine, lists);
}

fn register_lists(engine: &mut Engine, lists: &Arc<Lists>) {
    let of = Arc::clone(lists);
    engine.register_fn("word", move |r: &mut Random, lang: &str| one(r, &of, NOUNS, language(lang)?));
    let of = Arc::clone(lists);
    engine.register_fn("words", move |r: &mut Random, lang: &str, count: i64| {
        several(r, &of, NOUNS, language(lang)?, count)
    });
    let of = Arc::clone(lists);
    engine.register_fn("words", move |lang: &str| all(&of, NOUNS, language(lang)?));
    let of = Arc::clone(lists);
    engine.register_fn("list", move |name: &str| all(&of, name, Lang::Fr));
    let of = Arc::clone(lists);
    engine.register_fn("list", move |name: &str, lang: &str| all(&of, name, language(lang)?));
    let of = Arc::clone(lists);
    engine.register_fn("from", move |r: &mut Random, name: &str| one(r, &of, name, Lang::Fr));
    let of = Arc::clone(lists);
    engine.register_fn("from", move |r: &mut Random, name: &str, lang: &str| {
        one(r, &of, name, language(lang)?)
    });
    let of = Arc::clone(lists);
    engine.register_fn("several", move |r: &mut Random, name: &str, count: i64| {
        several(r, &of, name, Lang::Fr, count)
    });
    let of = Arc::clone(lists);
    engine.register_fn("several", move |r: &mut Random, name: &str, lang: &str, count: i64| {
        several(r, &of, name, language(lang)?, count)
    });
}

fn whole(r: &Random, low: i64, high: i64) -> Answer<i64> {
    if high < low {
        return Err(wrong(format!("r.int({low}, {high}): the first bound must not exceed the second")));
    }
    Ok(r.between(low, high))
}

fn pick(r: &Random, mut list: Array) -> Answer<Dynamic> {
    bearable(r, &list)?;
    let index = r.index(list.len()).ok_or_else(|| wrong("r.pick([]): expected a list with an element"))?;
    Ok(list.swap_remove(index))
}

fn sample(r: &Random, list: Array, count: i64) -> Answer<Array> {
    bearable(r, &list)?;
    let wanted = usize::try_from(count).unwrap_or(usize::MAX);
    if wanted > list.len() {
        return Err(wrong(format!("r.sample(list, {count}): the list has only {} elements", list.len())));
    }
    Ok(chosen(&list, &r.indexes(list.len(), wanted)))
}

/// Refuses a script that shuffles long lists again and again.
fn bearable(r: &Random, list: &Array) -> Answer<()> {
    if r.bears(list.len()) { Ok(()) } else { Err(wrong("too many elements drawn from: use shorter lists")) }
}

fn chosen(list: &[Dynamic], indexes: &[usize]) -> Array {
    indexes.iter().filter_map(|index| list.get(*index)).cloned().collect()
}

fn code(r: &Random, length: i64) -> Answer<String> {
    if !(1..=LONGEST_CODE).contains(&length) {
        return Err(wrong(format!("r.code({length}): expected a length from 1 to {LONGEST_CODE}")));
    }
    let letter = |_| r.index(CODE_LETTERS.len()).and_then(|index| CODE_LETTERS.get(index)).copied();
    Ok((0..length).filter_map(letter).map(char::from).collect())
}

fn find<'a>(lists: &'a Lists, name: &str, lang: Lang) -> Answer<&'a [ImmutableString]> {
    let found = lists.get(name, lang);
    found.ok_or_else(|| wrong(format!("no list {name:?} in the library: expected one of {}", lists.names())))
}

fn all(lists: &Lists, name: &str, lang: Lang) -> Answer<Array> {
    Ok(find(lists, name, lang)?.iter().map(|text| Dynamic::from(text.clone())).collect())
}

fn one(r: &Random, lists: &Lists, name: &str, lang: Lang) -> Answer<ImmutableString> {
    let list = find(lists, name, lang)?;
    let drawn = r.index(list.len()).and_then(|index| list.get(index));
    drawn.cloned().ok_or_else(|| wrong(format!("the list {name} is empty")))
}

fn several(r: &Random, lists: &Lists, name: &str, lang: Lang, count: i64) -> Answer<Array> {
    let list = find(lists, name, lang)?;
    let wanted = usize::try_from(count).unwrap_or(usize::MAX);
    if wanted > list.len() {
        return Err(wrong(format!("{count} of the list {name}: it has only {} elements", list.len())));
    }
    let indexes = r.indexes(list.len(), wanted);
    Ok(indexes.iter().filter_map(|index| list.get(*index)).map(|text| Dynamic::from(text.clone())).collect())
}
