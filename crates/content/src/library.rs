//! The functions that authors share, file by file: a script that carried all of them would make each family as heavy as
//! the whole library.

use std::collections::BTreeSet;

use rhai::AST;

/// The files of the library, in the order of their names.
#[derive(Default)]
pub(crate) struct Library {
    files: Vec<Shared>,
}

struct Shared {
    functions: AST,
    /// The functions it defines.
    defines: BTreeSet<String>,
    /// Every word in it, among them the functions that it calls.
    words: BTreeSet<String>,
}

impl Library {
    /// Adds a file that was compiled from a text.
    pub fn add(&mut self, ast: &AST, text: &str) {
        let functions = ast.clone_functions_only();
        let defines = functions.iter_functions().map(|function| function.name.to_owned()).collect();
        self.files.push(Shared { functions, defines, words: words(text) });
    }

    /// The functions of the files that a script names a function of, and of the files that those need.
    pub fn needed_by(&self, script: &str) -> AST {
        let mut wanted = words(script);
        let mut taken = vec![false; self.files.len()];
        loop {
            let next = self
                .files
                .iter()
                .zip(&mut taken)
                .find(|(file, taken)| !**taken && file.defines.iter().any(|name| wanted.contains(name)));
            let Some((file, taken)) = next else { break };
            *taken = true;
            wanted.extend(file.words.iter().cloned());
        }
        let needed = self.files.iter().zip(taken).filter(|(_, taken)| *taken);
        needed.fold(AST::empty(), |all, (file, _)| all.merge(&file.functions))
    }
}

/// The words of a script: a name that stands in a comment or a text only brings a file too many.
fn words(text: &str) -> BTreeSet<String> {
    let word = |sign: char| sign.is_alphanumeric() || sign == '_';
    text.split(|sign| !word(sign)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::Library;
    use rhai::Engine;

    /// The functions that a script gets from three files, of which the second calls the first.
    fn check(script: &str, expected: &[&str]) {
        let engine = Engine::new();
        let mut library = Library::default();
        for text in ["fn town() { 1 }", "fn club() { town() }\nfn clubs() { [] }", "fn bank() { 2 }"] {
            library.add(&engine.compile(text).expect("a library"), text);
        }
        let needed = library.needed_by(script);
        let mut names: Vec<&str> = needed.iter_functions().map(|function| function.name).collect();
        names.sort_unstable();
        assert_eq!(names, expected, "{script}");
    }

    #[test]
    fn a_script_gets_the_files_it_needs_and_those_they_need() {
        check("fn generate() { 1 }", &[]);
        check("fn generate() { town() }", &["town"]);
        check("fn generate() { clubs() }", &["club", "clubs", "town"]);
        check("fn generate() { list.map(Fn(\"bank\")); townhall() }", &["bank"]);
    }
}
