//! Documents, a programme and a board.

use content::{
    Align, Board, Document, DocumentBlock, Drawn, ParagraphStyle, PlainTable, Program, ProgramLine, Scene,
    Square, StyledParagraph,
};

use super::text;

const fn styled(style: ParagraphStyle, text: String) -> StyledParagraph {
    StyledParagraph { text, style, bold: false, italic: false, align: None, size: None }
}

fn paragraph(style: ParagraphStyle, words: &str) -> DocumentBlock {
    DocumentBlock::Paragraph(styled(style, text(words)))
}

/// Two pages with every style.
pub(super) fn minutes() -> Document {
    let false_heading = StyledParagraph {
        bold: true,
        size: Some(18),
        align: Some(Align::Center),
        ..styled(ParagraphStyle::Normal, text("Sorties"))
    };
    let blocks = vec![
        paragraph(ParagraphStyle::Header, "Club de randonnée"),
        paragraph(ParagraphStyle::Title, "Compte rendu"),
        paragraph(ParagraphStyle::Heading1, "Budget"),
        paragraph(ParagraphStyle::Normal, "Il est voté."),
        paragraph(ParagraphStyle::Note, "Par quarante voix."),
        DocumentBlock::Paragraph(false_heading),
        paragraph(ParagraphStyle::Numbered, "Réserver"),
        DocumentBlock::Break,
        paragraph(ParagraphStyle::Numbered, "Partir"),
        paragraph(ParagraphStyle::Heading2, "Matériel"),
        paragraph(ParagraphStyle::Bullet, "une carte"),
        paragraph(ParagraphStyle::Bullet, "de l’eau"),
        paragraph(ParagraphStyle::Heading3, "Prix"),
        DocumentBlock::Table(PlainTable {
            columns: vec![text("Objet"), text("Prix")],
            rows: vec![vec![text("carte"), text("12\u{a0}€")]],
        }),
        DocumentBlock::Picture {
            scene: Scene::Mountain,
            text: text("Des montagnes enneigées"),
            caption: Some(text("Figure 1")),
        },
        paragraph(ParagraphStyle::Quote, "Marcher, c’est penser."),
        paragraph(ParagraphStyle::Footer, "À conserver"),
    ];
    Document { blocks, marks: false, styles: false }
}

/// What was typed, with its marks, and the name of each style.
pub(super) fn typed() -> Document {
    let blocks = vec![
        paragraph(ParagraphStyle::Heading1, "Invitation"),
        paragraph(ParagraphStyle::Normal, "Venez  nombreux\u{a0}:\tsalle 2"),
        paragraph(ParagraphStyle::Heading2, ""),
        paragraph(ParagraphStyle::Caption, "Plan de la salle"),
    ];
    Document { blocks, marks: true, styles: true }
}

/// A loop with a test inside.
pub(super) fn program() -> Program {
    let line = |level, words: &str| ProgramLine { level, text: text(words) };
    let lines = vec![
        line(0, "score = 0"),
        line(0, "répéter 4 fois"),
        line(1, "si mur devant"),
        line(2, "tourner à droite"),
        line(1, "avancer"),
        line(0, ""),
        line(0, "afficher score"),
    ];
    Program { lines, numbered: true }
}

/// The ground of a robot, with painted squares.
pub(super) fn board() -> Board {
    let drawn = Square::Drawn;
    Board {
        rows: vec![
            vec![drawn(Drawn::RobotEast), Square::Empty, drawn(Drawn::Wall), drawn(Drawn::Goal)],
            vec![Square::Empty, drawn(Drawn::Star), Square::Text(text("12")), drawn(Drawn::Black)],
            vec![drawn(Drawn::Red), drawn(Drawn::Green), drawn(Drawn::Blue), drawn(Drawn::Yellow)],
        ],
    }
}
