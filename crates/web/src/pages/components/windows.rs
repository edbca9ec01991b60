//! Windows on other programs, one example of each kind; the tests of the exhibits draw the same ones.

mod sheets;

use content::{
    Address, Attachment, Axis, Block, Browser, Certificate, Chart, ChartShape, Chat, Comment, Correspondent,
    Day, Dialog, Event, Evidence, Exhibit, Lock, Mail, Message, Notice, Phone, Piece, Post, Screen, Series,
    Setting, SettingGroup, Sign, State, Terminal, TerminalLine,
};

/// One exhibit of each kind.
pub(crate) fn windows() -> Vec<Exhibit> {
    let piece = |title: &str, evidence| Exhibit { title: title.to_owned(), evidence };
    vec![
        piece("Un message reçu", Evidence::Mail(Box::new(mail()))),
        piece("Une page", Evidence::Browser(Box::new(browser()))),
        piece("Un téléphone", Evidence::Phone(phone())),
        piece("Une conversation", Evidence::Chat(chat())),
        piece("Une demande", Evidence::Dialog(Box::new(dialog()))),
        piece("Des réglages", Evidence::Settings(settings())),
        piece("Un terminal", Evidence::Terminal(terminal())),
        piece("Une publication", Evidence::Post(Box::new(post()))),
        piece("Un agenda", Evidence::Calendar(calendar())),
        piece("Des barres", Evidence::Chart(chart(ChartShape::Bars))),
        piece("Des courbes", Evidence::Chart(chart(ChartShape::Lines))),
        piece("Un document", Evidence::Document(sheets::minutes())),
        piece("Un document et ses marques", Evidence::Document(sheets::typed())),
        piece("Un programme", Evidence::Program(sheets::program())),
        piece("Un plateau", Evidence::Board(sheets::board())),
    ]
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

fn browser() -> Browser {
    let address =
        Address { before: text("https://"), host: text("banque.autre.example"), after: text("/entrer") };
    let certificate = Certificate {
        issued_to: text("banque.autre.example"),
        issuer: text("Certifieur Ouvert"),
        from: text("2 mai 2024"),
        until: text("31 juillet 2024"),
        fingerprint: Some(text("4F:1A:90:C2:77:0B:D3:E8")),
    };
    Browser {
        address,
        lock: Lock::Secure,
        certificate: Some(certificate),
        page: text("Votre banque"),
        content: vec![
            Block::Heading(text("Bonjour")),
            Block::Paragraph(said("Vérifiez votre compte avant ce soir.")),
            Block::Field(text("Code secret")),
            Block::Button(text("Entrer")),
            Block::Notice(text("Cette page est protégée.")),
        ],
    }
}

fn phone() -> Phone {
    let words = vec![
        Piece::Text(text("Votre colis est bloqué, voyez ")),
        link("colis.example", "http://c0lis.example/4821"),
    ];
    let notice = Notice { from: text("38 000"), at: Some(text("9:40")), text: words };
    Phone { heading: text("Messages"), clock: Some(text("9:41")), screen: Screen::Sms(vec![notice]) }
}

fn chat() -> Chat {
    let message = |who: &str, at: &str, mine, words: &str| Message {
        who: text(who),
        at: Some(text(at)),
        text: said(words),
        mine,
    };
    Chat {
        group: Some(text("Randonnée")),
        messages: vec![
            message("Awa", "9:05", false, "On part à huit heures."),
            message("Léo", "9:07", true, "J’y serai."),
        ],
    }
}

fn dialog() -> Dialog {
    Dialog {
        icon: Sign::Question,
        heading: text("Autoriser Lumo à modifier l’ordinateur\u{202f}?"),
        text: vec![text("Ce programme vient d’internet.")],
        facts: vec![(text("Éditeur"), text("inconnu")), (text("Fichier"), text("lumo-setup.exe"))],
        buttons: vec![text("Autoriser"), text("Refuser")],
    }
}

fn settings() -> Vec<SettingGroup> {
    let row = |label: &str, state| Setting { label: text(label), state };
    vec![SettingGroup {
        heading: text("Accès"),
        rows: vec![
            row("Position", State::Switch(true)),
            row("Micro", State::Switch(false)),
            row("Langue", State::Value(text("français"))),
        ],
    }]
}

fn terminal() -> Terminal {
    let lines = vec![TerminalLine::Typed(text("ls")), TerminalLine::Answered(text("devis.txt  photo.jpg"))];
    Terminal { prompt: text("nadia@pc:~$"), lines }
}

fn post() -> Post {
    Post {
        author: text("Info Vraie"),
        handle: Some(text("@info_vraie")),
        at: text("12 mai 2024"),
        audience: Some(text("Public")),
        text: vec![said("Le pont du village ferme demain.")],
        counts: vec![(text("Partages"), text("1 204"))],
        comments: vec![Comment {
            author: text("Léo"),
            at: Some(text("hier")),
            text: said("Qui le dit\u{202f}?"),
        }],
    }
}

fn calendar() -> Vec<Day> {
    let meeting = Event {
        hours: Some((text("9:00"), text("10:00"))),
        title: text("Réunion du club"),
        place: Some(text("Salle 2")),
    };
    let leave = Event { hours: None, title: text("Congé"), place: None };
    vec![
        Day { name: text("lundi 6 mai"), events: vec![meeting] },
        Day { name: text("mercredi 8 mai"), events: vec![leave] },
    ]
}

fn chart(shape: ChartShape) -> Chart {
    let series = |name: &str, values: [i64; 5]| Series { name: text(name), values: values.to_vec() };
    Chart {
        shape,
        labels: ["lundi", "mardi", "mercredi", "jeudi", "vendredi"].map(text).to_vec(),
        series: vec![series("Vélos", [42, 55, 38, 61, 70]), series("Bus", [60, 58, 64, 52, 45])],
        unit: Some(text("passages")),
        axis: Axis { from: 30, to: 80, step: 10 },
    }
}
