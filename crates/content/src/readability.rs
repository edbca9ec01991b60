//! How easy a French text is to read.

/// Vowels of French; a run of them is about one syllable.
const VOWELS: &str = "aeiouyàâäéèêëîïôöùûüœæ";

/// The index of Kandel and Moles, Flesch's reading ease for French: 207 − 1.015 `L` − 73.6 `S`, where `L` is the
/// number of words in a sentence and `S` the number of syllables in a word. 100 is very easy, 60 ordinary, below 50
/// hard (L. Kandel and A. Moles, « Application de l'indice de Flesch à la langue française », Cahiers d'études de
/// radio-télévision 19, 1958).
///
/// Only words of letters count: what stands in code, names of files and numbers are not read as prose. Syllables are
/// runs of vowels, a final `e` or `es` being silent. A colon or a semicolon ends a sentence, as in our statements.
/// A text without words is very easy.
#[must_use]
pub fn ease(text: &str) -> f64 {
    let (mut words, mut syllables, mut sentences) = (0_u32, 0_u32, 0_u32);
    for piece in text.split_whitespace() {
        let told = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if told.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-')) {
            for word in told.split(['\'', '’', '-']).filter(|word| !word.is_empty()) {
                words += 1;
                syllables += syllables_in(word);
            }
        }
        let end = piece.trim_end_matches(['»', '”', '"', ')']);
        sentences += u32::from(end.ends_with(['.', '?', '!', ':', ';', '…']));
    }
    if words == 0 {
        return 100.0;
    }
    let (words, syllables) = (f64::from(words), f64::from(syllables));
    207.0 - 1.015 * words / f64::from(sentences.max(1)) - 73.6 * syllables / words
}

fn syllables_in(word: &str) -> u32 {
    let word = word.to_lowercase();
    let spoken = match word.strip_suffix("es").or_else(|| word.strip_suffix('e')) {
        Some(spoken) if spoken.chars().count() > 1 => spoken,
        _ => word.as_str(),
    };
    let mut runs = 0;
    let mut in_run = false;
    for letter in spoken.chars() {
        let vowel = VOWELS.contains(letter);
        runs += u32::from(vowel && !in_run);
        in_run = vowel;
    }
    runs.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_runs_of_vowels_that_are_heard() {
        for (word, count) in
            [("le", 1), ("dossier", 2), ("page", 1), ("pages", 1), ("été", 2), ("ordinateur", 4), ("Pr", 1)]
        {
            assert_eq!(syllables_in(word), count, "{word}");
        }
    }

    #[test]
    fn the_index_follows_its_formula() {
        // Six words, seven syllables (chat, noir, dort), two sentences.
        check("Le chat dort. Il est noir.", 207.0 - 1.015 * 3.0 - 73.6);
        check("L'ami lit", 207.0 - 1.015 * 3.0 - 73.6 * 4.0 / 3.0);
        check("", 100.0);
        check("12 devis.ods", 100.0);
    }

    #[test]
    fn long_words_and_long_sentences_are_harder() {
        let easy = ease("Ouvrez le dossier. Quel mot voyez-vous ?");
        let hard = ease("L'administration conditionne l'interopérabilité des infrastructures documentaires.");
        assert!(easy > 80.0 && hard < 0.0, "{easy} {hard}");
    }

    fn check(text: &str, expected: f64) {
        assert!((ease(text) - expected).abs() < 1e-9, "{text}: {} instead of {expected}", ease(text));
    }
}
