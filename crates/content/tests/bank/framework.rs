//! The real framework and library of the bank.

use std::path::Path;

use content::{Lang, Release};

#[test]
fn the_framework_of_the_bank_is_complete() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let source = content::folder::read(&folder).expect("the bank");
    let (release, problems) = Release::read(&source);
    let wrong: Vec<_> = problems
        .iter()
        .filter(|problem| problem.file == "framework.toml" || problem.file.starts_with("library/"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let framework = release.framework();
    assert_eq!((framework.domains.len(), framework.competences.len(), framework.levels.len()), (5, 16, 8));
    let open: Vec<&str> = framework
        .competences
        .iter()
        .filter(|competence| competence.opens.is_none())
        .map(|competence| competence.code.as_str())
        .collect();
    let asked = |code: &&str| release.tubes().any(|tube| tube.code.starts_with(&format!("{code}-")));
    let with_questions: Vec<&str> =
        framework.competences.iter().map(|competence| competence.code.as_str()).filter(asked).collect();
    assert_eq!(open, with_questions, "a competence without questions says when it opens, the others do not");
    assert!(open.contains(&"4.1"));
    for lang in Lang::ALL {
        assert!(framework.competences.iter().all(|competence| !competence.themes.get(lang).is_empty()));
    }
}
