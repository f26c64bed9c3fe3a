//! What the rules in force add to the built-in knowledge of names: people, places and organisations with their aliases.

/// Dictionaries of aliases; the first alias of an entry is the name to show.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// People.
    pub people: Vec<Entry>,
    /// Places.
    pub places: Vec<Entry>,
    /// Organisations.
    pub orgs: Vec<Entry>,
}

/// One entry of a dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id that rules use.
    pub id: String,
    /// The name to show first, then its aliases.
    pub names: Vec<String>,
}
