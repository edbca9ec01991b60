//! Every download of an instance must build in every format.

use super::findings::Findings;
use crate::family::Family;
use crate::lang::Lang;
use crate::paper::Format;

/// Builds every file of a seed in both languages.
pub(super) fn check(findings: &mut Findings, family: &Family, seed: u64) {
    for lang in Lang::ALL {
        let Ok(draw) = family.draw(seed, lang) else { continue };
        let Ok(instance) = family.assemble(&draw, seed, lang) else { continue };
        if instance.paper.pictures
            && let Err(error) = family.picture(seed, lang, 0)
        {
            findings.problem(family.body().script_line, "picture", || {
                format!("the first picture to choose: {error}")
            });
        }
        for (index, download) in instance.paper.downloads.iter().enumerate() {
            if matches!(
                download.formats.as_slice(),
                [Format::Ods | Format::Xlsx | Format::Odt | Format::Docx]
            ) {
                findings.note(family.body().script_line, "one format", || {
                    format!("{:?} has one format only: offer two where a choice exists", download.name)
                });
            }
            for format in &download.formats {
                if let Err(error) = family.file_of(&draw, seed, lang, (index, *format)) {
                    let ending = format.ending();
                    findings.problem(family.body().script_line, &format!("file {index} {ending}"), || {
                        format!("the file {:?} as {ending}: {error}", download.name)
                    });
                }
            }
        }
    }
}
