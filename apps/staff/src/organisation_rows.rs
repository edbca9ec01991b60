//! A table of organisations, as a file with `;`, `,` or tabs between its columns: each line a draft.

use rules::organisation_draft::{Draft, Fault, Field, MOST_LINES};

/// What is wrong with a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The table is empty.
    Empty,
    /// There are more lines than [`MOST_LINES`].
    TooMany,
    /// A column is missing.
    Column(Field),
    /// A column is not one of ours.
    Foreign(String),
    /// A line has other columns than the first.
    Shape {
        /// The line, from 1.
        line: u64,
    },
    /// A field is wrong.
    Field {
        /// The line, from 1.
        line: u64,
        /// The column.
        field: Field,
        /// What is wrong.
        fault: Fault,
        /// What stands there.
        value: String,
    },
}

/// The columns that must be there.
const NEEDED: [Field; 2] = [Field::Kind, Field::Name];

/// Reads the lines of a table, each with its number.
///
/// # Errors
/// Everything that is wrong with its columns and its shape.
pub fn read(text: &str) -> Result<Vec<(u64, Draft)>, Vec<Trouble>> {
    // Forms send \r\n, which would be counted as two lines.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let first = text.lines().next().unwrap_or_default();
    let separator =
        [b';', b'\t', b','].into_iter().find(|byte| first.contains(char::from(*byte))).unwrap_or(b';');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = reader.records().filter_map(Result::ok);
    let Some(heads) = lines.next() else { return Err(vec![Trouble::Empty]) };
    let columns = columns(&heads)?;
    let (mut drafts, mut troubles) = (Vec::new(), Vec::new());
    for record in lines {
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() == columns.len() {
            let texts = columns.iter().copied().zip(record.iter().map(unguarded));
            drafts.push((line, Draft::of(texts)));
        } else {
            troubles.push(Trouble::Shape { line });
        }
    }
    troubles.extend((drafts.len() > MOST_LINES).then_some(Trouble::TooMany));
    troubles.extend((drafts.is_empty() && troubles.is_empty()).then_some(Trouble::Empty));
    if troubles.is_empty() { Ok(drafts) } else { Err(troubles) }
}

fn columns(heads: &csv::StringRecord) -> Result<Vec<Field>, Vec<Trouble>> {
    let field = |head: &str| {
        let head = head.trim().to_lowercase();
        Field::ALL.into_iter().find(|field| field.name() == head).ok_or(Trouble::Foreign(head))
    };
    let (mut columns, mut troubles) = (Vec::new(), Vec::new());
    for head in heads {
        match field(head) {
            Ok(field) if !columns.contains(&field) => columns.push(field),
            Ok(field) => troubles.push(Trouble::Foreign(field.name().to_owned())),
            Err(foreign) => troubles.push(foreign),
        }
    }
    troubles.extend(NEEDED.into_iter().filter(|field| !columns.contains(field)).map(Trouble::Column));
    if troubles.is_empty() { Ok(columns) } else { Err(troubles) }
}

/// A cell of ours that was guarded against being run as a formula.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(is_formula)).unwrap_or(cell)
}

fn is_formula(sign: char) -> bool {
    matches!(sign, '=' | '+' | '-' | '@' | '\t' | '\r')
}

/// A table of these lines, for a spreadsheet: no cell is a formula.
pub fn written(lines: &[Vec<String>]) -> String {
    let heads = Field::ALL.map(Field::name).join(";");
    let body = lines.iter().map(|line| line.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(";"));
    let lines: Vec<String> = std::iter::once(heads).chain(body).collect();
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}

fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(is_formula) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(read: Result<Vec<(u64, Draft)>, Vec<Trouble>>) -> Result<Vec<(u64, String)>, Vec<Trouble>> {
        read.map(|lines| {
            lines.into_iter().map(|(line, draft)| (line, draft.text(Field::Name).to_owned())).collect()
        })
    }

    #[test]
    fn tables_are_read_whole_or_refused() {
        let shape = |line| Err(vec![Trouble::Shape { line }]);
        for (text, expected) in [
            ("type;nom\r\nSCO;Un\r\nPRO;Deux", Ok(vec![(2, "Un".to_owned()), (3, "Deux".to_owned())])),
            ("\u{feff}NOM,TYPE\n\"Un, deux\",SCO\n", Ok(vec![(2, "Un, deux".to_owned())])),
            ("type\tnom\nSCO\t'=1+1", Ok(vec![(2, "=1+1".to_owned())])),
            ("", Err(vec![Trouble::Empty])),
            ("type;nom\n", Err(vec![Trouble::Empty])),
            ("type;nom\nSCO;Un;3", shape(2)),
            (
                "type;ville\nSCO;Un",
                Err(vec![Trouble::Foreign("ville".to_owned()), Trouble::Column(Field::Name)]),
            ),
            ("type;nom;nom\nSCO;Un;Un", Err(vec![Trouble::Foreign("nom".to_owned())])),
        ] {
            assert_eq!(names(read(text)), expected, "{text:?}");
        }
        let many = format!("type;nom\n{}", "SCO;Un\n".repeat(MOST_LINES + 1));
        assert_eq!(read(&many), Err(vec![Trouble::TooMany]));
    }

    #[test]
    fn no_cell_is_a_formula() {
        let line: Vec<String> = Field::ALL
            .map(|field| if field == Field::Name { "=cmd|' /C calc'!A0" } else { "PRO" }.to_owned())
            .into();
        let table = written(&[line]);
        assert!(table.contains("\"'=cmd|' /C calc'!A0\""), "{table}");
        let read = read(&table).expect("our own tables read back");
        assert_eq!(read[0].1.text(Field::Name), "=cmd|' /C calc'!A0");
    }
}
