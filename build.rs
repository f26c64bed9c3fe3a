//! Reads the packs that come with belie as TOML, once and for all: the program holds their trees.

use std::path::Path;
use std::{env, error, fs};

use toml::de::DeTable;

#[path = "src/rules/tree.rs"]
mod tree;

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=rules");
    let folder = env::var("OUT_DIR")?;
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
