//! The class lists of the demonstration: a hundred pupils of four classes, all invented.

use formats::Date;
use formats::username::username;
use rules::search_text::search_text;

/// The pupil whose account is one of the demonstration's people; she has done nothing yet.
pub const LINA: &str = "lina.petit0304";

/// A class, and what its pupils do.
#[derive(Clone, Copy)]
pub struct Class {
    /// Its name.
    pub name: &'static str,
    /// Its level.
    pub level: &'static str,
    /// How many competences its pupils took by themselves, about.
    pub competences: u16,
    /// The mean of their abilities, on the scale of `measure`.
    pub ability: f64,
    /// First name, last name, birth date and sex of each, one in a line.
    pub list: &'static str,
}

/// A pupil of a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pupil {
    /// The number among all pupils, from 0.
    pub number: u16,
    /// The place in the class, from 0.
    pub place: u16,
    /// The first name.
    pub first_name: &'static str,
    /// The last name.
    pub last_name: &'static str,
    /// The birth date, YYYY-MM-DD.
    pub birth_date: &'static str,
    /// M or F.
    pub sex: &'static str,
    /// What the pupil signs in with; none of one whose account is still to be made.
    pub username: Option<String>,
}

/// So many at the end of each list have no account yet: for them its teacher makes one.
const WITHOUT_ACCOUNT: usize = 2;

impl Class {
    /// Its pupils, in the order of the list.
    pub fn pupils(&self) -> Vec<Pupil> {
        let before: usize = CLASSES.iter().take_while(|class| class.name != self.name).map(Class::size).sum();
        let joined = self.size().saturating_sub(WITHOUT_ACCOUNT);
        let lines = self.list.lines().zip(0_u16..);
        let mut pupils: Vec<Pupil> =
            lines.filter_map(|(line, place)| pupil(line, place, usize::from(place) < joined)).collect();
        for pupil in &mut pupils {
            pupil.number = pupil.place + u16::try_from(before).unwrap_or(0);
        }
        pupils
    }

    /// How many pupils it has.
    fn size(&self) -> usize {
        self.list.lines().count()
    }

    /// What begins the keys of its lines.
    pub fn prefix(&self) -> String {
        format!("demo:{}:", search_text(self.name).replace(' ', ""))
    }
}

impl Pupil {
    /// The name as it is searched for.
    pub fn sought(&self) -> String {
        search_text(&format!("{} {}", self.last_name, self.first_name))
    }
}

fn pupil(line: &'static str, place: u16, joined: bool) -> Option<Pupil> {
    let mut parts = line.split(';');
    let (first_name, last_name) = (parts.next()?, parts.next()?);
    let (birth_date, sex) = (parts.next()?, parts.next()?);
    let day: Date = birth_date.parse().ok()?;
    let username = joined.then(|| username(first_name, last_name, day));
    Some(Pupil { number: place, place, first_name, last_name, birth_date, sex, username })
}

/// The four classes.
pub const CLASSES: [Class; 4] = [
    Class {
        name: "6e A",
        level: "6e",
        competences: 2,
        ability: -0.35,
        list: "\
Zélie;Attia;2015-05-12;F
Adam;Belkacem;2015-11-16;M
Rose;Charpin;2015-02-21;F
Kenza;Chauvet;2015-08-14;F
Youssef;Costa;2015-01-02;M
Eulalie;Diarra;2015-01-03;F
Awa;Ferhat;2015-02-06;F
Wael;Fontanel;2015-08-15;M
Gabriel;Guérin;2015-04-18;M
Ewen;Haddou;2015-02-23;M
Mathis;Hamidi;2015-05-09;M
Eliott;Jacquemin;2015-08-16;M
Océane;Lagarde;2015-04-23;F
Victoire;Le Bihan;2015-12-06;F
Côme;Lemonnier;2015-04-15;M
Jeanne;Marchetti;2014-09-05;F
Achille;Mendes;2015-02-13;M
Anaëlle;Ndiaye;2015-08-23;F
Souleymane;Nguyen;2015-05-27;M
Hawa;Ouattara;2015-04-27;F
Augustin;Rahmani;2015-11-05;M
Yasmine;Rivoire;2015-12-25;F
Simon;Vernet;2015-06-02;M
Romane;Vidalenc;2015-03-02;F
Clara;Ziani;2015-02-06;F",
    },
    Class {
        name: "6e B",
        level: "6e",
        competences: 2,
        ability: -0.15,
        list: "\
Capucine;Benyahia;2015-04-23;F
Salomé;Bouvier;2015-07-28;F
Axel;Carpentier;2015-07-07;M
Noam;Cherif;2014-01-04;M
Nina;Cissé;2015-08-24;F
Ambre;Coulibaly;2015-01-01;F
Assia;Gauthier;2015-03-05;F
Clément;Granger;2015-09-04;M
Timothée;Guillou;2015-03-14;M
Lou;Kermarrec;2015-11-05;F
Apolline;Keïta;2015-07-17;F
Ilyas;Konaté;2014-04-26;M
Victor;Lacombe;2015-09-28;M
Aya;Lenoir;2015-07-26;F
Thaïs;Morvan;2015-12-12;F
Garance;Perrault;2015-12-05;F
Lina;Petit;2015-04-03;F
Félix;Poitevin;2015-09-01;M
Manon;Prigent;2015-02-05;F
Maïssa;Roche;2015-10-02;F
Fatoumata;Saïdi;2015-12-05;F
Sacha;Sow;2015-06-08;M
Célestine;Tessier;2015-10-23;F
Lilou;Thévenin;2015-12-08;F
Corentin;Traoré;2015-01-26;M",
    },
    Class {
        name: "5e A",
        level: "5e",
        competences: 4,
        ability: 0.3,
        list: "\
Mamadou;Amrani;2014-01-22;M
Oumar;Aubertin;2014-12-28;M
Rayan;Boukhari;2014-12-24;M
Tess;Brunel;2014-01-11;F
Léandre;Camara;2014-02-23;M
Raphaël;Combes;2014-11-13;M
Djeneba;Cordier;2014-12-19;F
Kylian;De Oliveira;2014-05-03;M
Basile;Delorme;2014-01-12;M
Yanis;Escudier;2014-01-09;M
Jules;Fauvel;2014-01-15;M
Philippine;Fofana;2014-07-18;F
Iris;Jouanno;2014-02-22;F
Octave;Kaya;2014-05-08;M
Robin;Leroux;2014-06-14;M
Elias;Maurin;2014-03-22;M
Rania;Parmentier;2014-04-07;F
Tiago;Pereira;2014-11-02;M
Malo;Sanchez;2014-11-07;M
Agathe;Sarrazin;2014-11-24;F
Naël;Sauvage;2014-09-03;M
Gaspard;Slimani;2014-11-25;M
Amine;Touré;2014-01-12;M
Charlotte;Villard;2014-12-04;F
Élise;Yilmaz;2014-12-10;F",
    },
    Class {
        name: "3e A",
        level: "3e",
        competences: 7,
        ability: 0.9,
        list: "\
Maëlys;Ait Ali;2012-01-17;F
Marius;Astier;2012-08-04;M
Ernest;Bah;2012-08-28;M
Sibylle;Barthélemy;2012-10-04;F
Léonie;Bazin;2012-07-19;F
Ibrahim;Bertin;2012-04-01;M
Noémie;Colombet;2012-11-03;F
Mila;Da Costa;2012-08-07;F
Wassila;Delattre;2012-01-17;F
Théo;Dembélé;2012-12-18;M
Louise;Dufresne;2012-01-11;F
Anouk;Hoarau;2012-06-05;F
Lucas;Hubert;2012-03-03;M
Antonin;Lambertin;2012-05-02;M
Bilal;Lecoq;2012-07-28;M
Inès;Maillard;2012-07-05;F
Paul;Mansouri;2012-08-09;M
Nathan;Meunier;2012-08-12;M
Camélia;Moreau;2012-10-28;F
Nour;Payet;2012-03-17;F
Soline;Pinto;2012-08-28;F
Titouan;Rousselot;2012-10-25;M
Moussa;Sissoko;2012-03-19;M
Margaux;Vasseur;2012-06-27;F
Dorian;Zidane;2012-07-05;M",
    },
];
