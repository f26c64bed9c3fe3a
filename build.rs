//! Does once and for all what the program would do each time it starts: reads the packs that come with belie as TOML, and
//! takes the words of its lists to their base forms.

use std::collections::HashMap;
use std::path::Path;
use std::{env, error, fs};

use rust_stemmers::{Algorithm, Stemmer};
use toml::de::DeTable;

#[path = "src/rules/tree.rs"]
mod tree;

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=src/claims/data");
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("known-stems.txt"), known_stems()?)?;
    for entry in fs::read_dir("rules")? {
        let path = entry?.path();
        let text = fs::read_to_string(&path)?;
        let table = DeTable::parse(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        // Nearly half of every pack are examples, which are of no use where texts are checked.
        let tree = tree::Tree::of(table.get_ref(), |key| key != "example");
        let name = path.with_extension("tree");
        let name = name.file_name().ok_or("a rule file has a name")?;
        fs::write(Path::new(&folder).join(name), postcard::to_allocvec(&tree)?)?;
    }
    Ok(())
}

/// The lines of synonyms with each word in its base form, and one for each weak word without synonyms. A line begins with its
/// marks: `-` where its words are weak, and the `+` and `=` of the list.
fn known_stems() -> Result<String, Box<dyn error::Error>> {
    let [irregular, weak, synonyms] = ["irregular-forms", "weak-words", "synonyms"]
        .map(|list| fs::read_to_string(format!("src/claims/data/{list}.txt")));
    let (irregular, weak, synonyms) = (irregular?, weak?, synonyms?);
    let forms = lines(&irregular).filter_map(|line| line.split_once(':'));
    let forms: HashMap<&str, &str> =
        forms.flat_map(|(base, forms)| forms.split_whitespace().map(move |form| (form, base))).collect();
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = |word: &str| stemmer.stem(forms.get(word).unwrap_or(&word)).into_owned();
    let weak: Vec<String> = lines(&weak).flat_map(str::split_whitespace).map(stem).collect();
    let mut known = String::new();
    for line in lines(&synonyms) {
        let Some((first, rest)) = line.split_once(':') else { continue };
        let (mark, first) = first.split_once(' ').unwrap_or(("", first));
        let stems: Vec<String> = [first].into_iter().chain(rest.split_whitespace()).map(stem).collect();
        // All words of a line are as common as the first, or those that use two of them would share nothing.
        let common = if weak.contains(&stems[0]) { "-" } else { "" };
        known += &format!("{mark}{common} {}\n", stems.join(" "));
    }
    known.extend(weak.iter().map(|stem| format!("- {stem}\n")));
    Ok(known)
}

/// The lines of a list without its comments.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}
