//! The order of a list, as addresses say it: one of the list's own columns, downwards after a dash.

/// The columns by which a list can be put in order: nothing else that an address says is an order.
pub trait Column: Copy + Default + PartialEq + 'static {
    /// All of them.
    const ALL: &'static [Self];

    /// The column's name in addresses.
    fn code(self) -> &'static str;
}

/// By which column a list is put in order, and whether from the end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Order<C> {
    /// The column.
    pub by: C,
    /// From the end.
    pub down: bool,
}

impl<C: Column> Order<C> {
    /// Reads an address; what names no column is the usual order.
    pub fn read(text: &str) -> Self {
        let (name, down) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        let named = C::ALL.iter().copied().find(|column| column.code() == name);
        named.map_or_else(Self::default, |by| Self { by, down })
    }

    /// How addresses say it.
    pub fn code(self) -> String {
        format!("{}{}", if self.down { "-" } else { "" }, self.by.code())
    }

    /// How addresses say it, when it is not the usual order.
    pub fn unusual(self) -> Option<String> {
        (self != Self::default()).then(|| self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::participant_order::By;

    #[test]
    fn an_order_is_one_of_the_columns_or_the_usual_one() {
        let usual = Order::<By>::default();
        for (text, expected, written) in [
            ("", usual, None),
            ("name", usual, None),
            ("-name", Order { by: By::Name, down: true }, Some("-name")),
            ("tries", Order { by: By::Tries, down: false }, Some("tries")),
            ("-result", Order { by: By::Result, down: true }, Some("-result")),
            ("--name", usual, None),
            ("-", usual, None),
            ("sought; DROP TABLE participation", usual, None),
            ("p.id", usual, None),
        ] {
            let read = Order::<By>::read(text);
            assert_eq!(read, expected, "{text}");
            assert_eq!(read.unusual().as_deref(), written, "{text}");
            assert_eq!(Order::<By>::read(&read.code()), read, "{text}");
        }
    }
}
