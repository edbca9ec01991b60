//! Windows on other programs, one example of each kind; the tests of the exhibits draw the same ones.

use content::{Attachment, Correspondent, Evidence, Exhibit, Mail, Piece};

/// One exhibit of each kind.
pub(crate) fn windows() -> Vec<Exhibit> {
    let piece = |title: &str, evidence| Exhibit { title: title.to_owned(), evidence };
    vec![piece("Un message reçu", Evidence::Mail(Box::new(mail())))]
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn link(text: &str, url: &str) -> Piece {
    Piece::Link { text: text.to_owned(), url: url.to_owned() }
}

fn said(text: &str) -> Vec<Piece> {
    vec![Piece::Text(text.to_owned())]
}

fn mail() -> Mail {
    let person = |name: &str, address: &str| Correspondent { name: Some(text(name)), address: text(address) };
    Mail {
        from: person("Colis Express", "suivi@colis-express.example"),
        to: vec![person("Nadia Ferrand", "nadia@courrier.example")],
        cc: vec![Correspondent { name: None, address: text("accueil@courrier.example") }],
        reply_to: Some(person("Suivi", "suivi@autre-adresse.example")),
        date: text("3 mai 2024, 14:05"),
        subject: text("Votre colis attend"),
        body: vec![
            said("Bonjour, votre colis est au dépôt."),
            vec![
                Piece::Text(text("Choisissez un jour sur ")),
                link("colis-express.example", "https://depot.autre-adresse.example/suivi?colis=4821"),
                Piece::Text(text(".")),
            ],
        ],
        attachments: vec![Attachment { name: text("bordereau.pdf"), size: Some(text("84 Ko")) }],
        headers: vec![(text("Received"), text("from relais.autre-adresse.example"))],
    }
}
