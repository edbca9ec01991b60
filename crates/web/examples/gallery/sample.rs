//! A sample profile.

use web::components::domain::Domain;
use web::components::honeycomb::Cell;

pub struct Competence {
    pub domain: Domain,
    pub name: &'static str,
    pub level: u8,
    pub progress: u8,
    pub pix: u32,
}

const ALL: [(Domain, &str, u8, u8, u32); 16] = [
    (Domain::Information, "Mener une recherche et une veille d’information", 5, 60, 44),
    (Domain::Information, "Gérer des données", 4, 25, 34),
    (Domain::Information, "Traiter des données", 3, 75, 30),
    (Domain::Communication, "Interagir", 6, 30, 50),
    (Domain::Communication, "Partager et publier", 5, 55, 44),
    (Domain::Communication, "Collaborer", 4, 0, 32),
    (Domain::Communication, "S’insérer dans le monde numérique", 3, 40, 27),
    (Domain::Creation, "Développer des documents textuels", 5, 70, 45),
    (Domain::Creation, "Développer des documents multimédia", 3, 40, 27),
    (Domain::Creation, "Adapter les documents à leur finalité", 2, 20, 17),
    (Domain::Creation, "Programmer", 0, 0, 0),
    (Domain::Protection, "Sécuriser l’environnement numérique", 4, 90, 39),
    (Domain::Protection, "Protéger les données personnelles et la vie privée", 8, 0, 64),
    (Domain::Protection, "Protéger la santé, le bien-être et l’environnement", 3, 10, 25),
    (Domain::Environment, "Résoudre des problèmes techniques", 2, 55, 20),
    (Domain::Environment, "Évoluer dans un environnement numérique", 4, 25, 34),
];

pub fn competences() -> Vec<Competence> {
    let shaped = |(domain, name, level, progress, pix)| Competence { domain, name, level, progress, pix };
    ALL.into_iter().map(shaped).collect()
}

pub fn cells(competences: &[Competence]) -> Vec<Cell<'_>> {
    let cell = |one: &Competence| Cell { domain: one.domain, name: one.name, level: one.level };
    competences.iter().map(cell).collect()
}
