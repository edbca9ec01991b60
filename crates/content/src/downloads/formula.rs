//! Formulas of spreadsheets, written once as spreadsheets show them in English: `=SUM(B2:B9)`, `=B2*Rates!$C$1`,
//! `=IF(C2>=10,"yes","no")`.

/// A formula, cut into its pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Formula(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// A cell or a range, with the sheet it stands on when that is another.
    Cells { sheet: Option<String>, from: String, to: Option<String> },
    /// A text, its quotation marks included.
    Quoted(String),
    /// What parts the arguments of a function.
    Comma,
    /// Names of functions, numbers, operators, parentheses.
    Other(String),
}

impl Formula {
    /// Reads a formula; the error says what was expected.
    pub fn read(written: &str) -> Result<Self, String> {
        let expected = || "a formula such as \"=SUM(B2:B9)\": English names, commas, no spaces".to_owned();
        let mut rest = written.strip_prefix('=').filter(|rest| !rest.is_empty()).ok_or_else(expected)?;
        let mut pieces = Vec::new();
        while !rest.is_empty() {
            let (piece, after) = piece(rest).ok_or_else(expected)?;
            pieces.push(piece);
            rest = after;
        }
        let depth = |sign| written.matches(sign).count();
        if depth('(') == depth(')') { Ok(Self(pieces)) } else { Err(expected()) }
    }

    /// As Office Open XML keeps it.
    pub fn excel(&self) -> String {
        let one = |piece: &Piece| match piece {
            Piece::Cells { sheet, from, to } => {
                let sheet = sheet.as_ref().map(|sheet| format!("{sheet}!")).unwrap_or_default();
                let to = to.as_ref().map(|to| format!(":{to}")).unwrap_or_default();
                format!("{sheet}{from}{to}")
            }
            Piece::Quoted(text) | Piece::Other(text) => text.clone(),
            Piece::Comma => ",".to_owned(),
        };
        self.0.iter().map(one).collect()
    }

    /// As OpenDocument keeps it (OpenFormula 1.3: references in brackets, semicolons between arguments).
    pub fn open(&self) -> String {
        let one = |piece: &Piece| match piece {
            Piece::Cells { sheet, from, to } => {
                let sheet = sheet.as_ref().map(|sheet| format!("${sheet}")).unwrap_or_default();
                let to = to.as_ref().map(|to| format!(":.{to}")).unwrap_or_default();
                format!("[{sheet}.{from}{to}]")
            }
            Piece::Quoted(text) | Piece::Other(text) => text.clone(),
            Piece::Comma => ";".to_owned(),
        };
        let pieces: String = self.0.iter().map(one).collect();
        format!("of:={pieces}")
    }
}

/// The first piece of a formula and what follows it.
fn piece(rest: &str) -> Option<(Piece, &str)> {
    let first = rest.chars().next()?;
    if first == '"' {
        let end = rest.get(1..)?.find('"')? + 2;
        let (text, after) = rest.split_at_checked(end)?;
        return Some((Piece::Quoted(text.to_owned()), after));
    }
    if first == ',' {
        return Some((Piece::Comma, rest.get(1..)?));
    }
    if !(first.is_ascii_alphabetic() || first == '$') {
        let end = if first.is_ascii_digit() { number_end(rest) } else { first.len_utf8() };
        let known = first.is_ascii_digit() || "+-*/^&()<>=%".contains(first);
        let (text, after) = rest.split_at_checked(end)?;
        return known.then(|| (Piece::Other(text.to_owned()), after));
    }
    let (word, after) = word(rest)?;
    if let Some(cells) = after.strip_prefix('!') {
        let (Piece::Cells { from, to, .. }, after) = piece(cells)? else { return None };
        return Some((Piece::Cells { sheet: Some(word.to_owned()), from, to }, after));
    }
    if !is_cell(word) {
        return (!word.contains('$')).then(|| (Piece::Other(word.to_owned()), after));
    }
    let Some(end) = after.strip_prefix(':') else {
        return Some((Piece::Cells { sheet: None, from: word.to_owned(), to: None }, after));
    };
    let (to, after) = self::word(end)?;
    is_cell(to).then(|| (Piece::Cells { sheet: None, from: word.to_owned(), to: Some(to.to_owned()) }, after))
}

/// Letters, digits and dollars.
fn word(rest: &str) -> Option<(&str, &str)> {
    let end = rest.find(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '$')).unwrap_or(rest.len());
    if end == 0 { None } else { rest.split_at_checked(end) }
}

fn number_end(rest: &str) -> usize {
    rest.find(|sign: char| !(sign.is_ascii_digit() || sign == '.')).unwrap_or(rest.len())
}

/// Whether a word is a cell: `B2`, `$B2`, `B$2`, `$B$2`.
fn is_cell(word: &str) -> bool {
    let word = word.strip_prefix('$').unwrap_or(word);
    let letters = word.find(|sign: char| !sign.is_ascii_uppercase()).unwrap_or(word.len());
    let row = word.get(letters..).unwrap_or_default();
    let row = row.strip_prefix('$').unwrap_or(row);
    (1..=2).contains(&letters) && !row.is_empty() && row.chars().all(|sign| sign.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Formula;

    /// The formula in both families of files, or the refusal.
    fn check(written: &str, expected: Option<(&str, &str)>) {
        let read = Formula::read(written);
        let said = read.as_ref().ok().map(|formula| (formula.excel(), formula.open()));
        let said = said.as_ref().map(|(excel, open)| (excel.as_str(), open.as_str()));
        assert_eq!(said, expected, "{written}: {read:?}");
    }

    #[test]
    fn formulas() {
        for (written, excel, open) in [
            ("=B2", "B2", "of:=[.B2]"),
            ("=SUM(B2:B9)", "SUM(B2:B9)", "of:=SUM([.B2:.B9])"),
            ("=B2*$C$1/100", "B2*$C$1/100", "of:=[.B2]*[.$C$1]/100"),
            ("=Rates!C1*1.5", "Rates!C1*1.5", "of:=[$Rates.C1]*1.5"),
            (
                "=IF(C2>=10,\"oui, reçu\",\"non\")",
                "IF(C2>=10,\"oui, reçu\",\"non\")",
                "of:=IF([.C2]>=10;\"oui, reçu\";\"non\")",
            ),
            (
                "=VLOOKUP(A2,Prix!$A$2:$B$9,2,FALSE)",
                "VLOOKUP(A2,Prix!$A$2:$B$9,2,FALSE)",
                "of:=VLOOKUP([.A2];[$Prix.$A$2:.$B$9];2;FALSE)",
            ),
            ("=ROUND(AA10,2)", "ROUND(AA10,2)", "of:=ROUND([.AA10];2)"),
        ] {
            check(written, Some((excel, open)));
        }
        for written in
            ["", "=", "SUM(B2)", "=SUM(B2", "=SUM(B2; B3)", "=\"open", "=B2:C", "=a b", "=[B2]", "=Rates!"]
        {
            check(written, None);
        }
    }
}
