//! Countries, cities, regions and the seats of governments, and what lies in what.

use std::fmt;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::agreement::Agreement;
use super::letters::plain;
use super::lexicon::Lexicon;
use super::names::Names;
use crate::source::document::Document;

/// A country, a city, a region or a seat of government.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The gazetteer's name (`United States` for "U.S."), the first name in the rules' dictionary, or the words as written.
    pub name: String,
    /// Whether the gazetteer or the dictionary knows it.
    pub listed: bool,
}

impl Place {
    /// The place that these words name, whole: `U.S.` is the United States; words that nobody knows are kept as they are.
    #[must_use]
    pub fn named(words: &str, names: &Names) -> Self {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match resolve(&words, names) {
            Resolved::Gazetteer(id) => place(id),
            Resolved::Dictionary(entry) => Self { name: names.places()[entry].display().to_owned(), listed: true },
            Resolved::Unlisted => Self { name: words, listed: false },
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}

/// Whether both can be where something is: one name or its alias is the same; a place and what it lies in are compatible;
/// two listed places apart from each other conflict; of an unlisted one nothing is known.
#[must_use]
pub fn agree(a: &Place, b: &Place, names: &Names) -> Agreement {
    if folded(&a.name) == folded(&b.name) {
        return Agreement::Same;
    }
    match (resolve(&a.name, names), resolve(&b.name, names)) {
        (Resolved::Gazetteer(a), Resolved::Gazetteer(b)) => GAZETTEER.agree(a, b),
        (Resolved::Dictionary(a), Resolved::Dictionary(b)) if a == b => Agreement::Same,
        (Resolved::Dictionary(_), Resolved::Dictionary(_)) => Agreement::Conflict,
        _ => Agreement::Unknown,
    }
}

/// An entry of the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlaceId(u16);

/// What a form of the gazetteer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    /// Whose name or adjective it is.
    pub(crate) place: PlaceId,
    /// Whether the place is a country.
    pub(crate) country: bool,
    /// Whether the words name the place.
    pub(crate) name: bool,
    /// Whether the words are its adjective or name its people.
    pub(crate) demonym: bool,
    /// Whether human beings bear the name too.
    pub(crate) human: bool,
}

/// The longest name or demonym that begins at the token `at`, with the token behind it.
pub(crate) fn longest(document: &Document, at: usize) -> Option<(usize, Form)> {
    let (end, form) = GAZETTEER.lexicon.longest(document, at)?;
    Some((end, GAZETTEER.forms[form as usize]))
}

/// The place of an entry.
pub(crate) fn place(id: PlaceId) -> Place {
    Place { name: GAZETTEER.entries[id.0 as usize].name.to_owned(), listed: true }
}

/// The first words of all forms, in no order.
pub(crate) fn first_words() -> impl Iterator<Item = &'static str> {
    GAZETTEER.lexicon.first_words()
}

enum Resolved {
    Gazetteer(PlaceId),
    /// Index into [`Names::places`].
    Dictionary(usize),
    Unlisted,
}

/// What the words name: an entry of the dictionary that the gazetteer has under any of its names only adds aliases to it.
fn resolve(words: &str, names: &Names) -> Resolved {
    if let Some(entry) = names.place(words) {
        let known = names.places()[entry].names.iter().find_map(|name| GAZETTEER.find(name));
        return known.map_or(Resolved::Dictionary(entry), Resolved::Gazetteer);
    }
    GAZETTEER.find(words).map_or(Resolved::Unlisted, Resolved::Gazetteer)
}

fn folded(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphabetic()) && !name.eq_ignore_ascii_case("the") {
        return name.to_ascii_lowercase();
    }
    let name = plain(name).replace(['-', '.'], " ");
    let mut words = name.split_whitespace().peekable();
    // "The Hague", "the Netherlands".
    words.next_if_eq(&"the");
    words.collect::<Vec<_>>().join(" ")
}

struct Gazetteer {
    entries: Vec<Entry>,
    forms: Vec<Form>,
    lexicon: Lexicon<u16>,
    /// Folded names, not demonyms.
    names: FxHashMap<String, PlaceId>,
    /// Places with what they may lie in as well, beside their parents.
    elsewhere: Vec<(PlaceId, PlaceId)>,
}

struct Entry {
    name: &'static str,
    parent: Option<PlaceId>,
    country: bool,
    /// Whether its borders or its sense are loose.
    vague: bool,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut gazetteer = Gazetteer {
        entries: Vec::new(),
        forms: Vec::new(),
        lexicon: Lexicon::default(),
        names: FxHashMap::default(),
        elsewhere: Vec::new(),
    };
    let lines = |text: &'static str| text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let continents = lines(include_str!("data/places.txt")).filter_map(|line| line.strip_prefix(':'));
    for continent in continents.flat_map(|line| line.split(',')) {
        gazetteer.add(continent, None, false);
    }
    for line in lines(include_str!("data/countries.txt")) {
        let mut fields = line.split(';').map(str::trim);
        let mut field = || fields.next().unwrap_or_default();
        let (name, others, demonyms, continent) = (field(), field(), field(), field());
        let parent = gazetteer.find(continent);
        let id = gazetteer.add(name, parent, true);
        for other in list(others) {
            gazetteer.add_name(other, id);
        }
        for demonym in list(demonyms) {
            gazetteer.add_demonym(demonym, id);
        }
    }
    for (parent, children) in lines(include_str!("data/places.txt")).filter_map(|line| line.split_once(':')) {
        if let Some(parent) = parent.strip_prefix('?').and_then(|parent| gazetteer.find(parent)) {
            let places: Vec<PlaceId> = list(children).filter_map(|child| gazetteer.find(child)).collect();
            gazetteer.elsewhere.extend(places.into_iter().map(|place| (place, parent)));
            continue;
        }
        let Some(parent) = gazetteer.find(parent.trim()) else { continue };
        for child in list(children) {
            let mut names = child.split('=').map(str::trim);
            let id = gazetteer.add(names.next().unwrap_or_default(), Some(parent), false);
            for name in names {
                gazetteer.add_name(name, id);
            }
        }
    }
    for (place, demonyms) in lines(include_str!("data/demonyms.txt")).filter_map(|line| line.split_once(':')) {
        let Some(place) = gazetteer.find(place) else { continue };
        for demonym in list(demonyms) {
            gazetteer.add_demonym(demonym, place);
        }
    }
    gazetteer
});

impl Gazetteer {
    fn find(&self, name: &str) -> Option<PlaceId> {
        self.names.get(&folded(name)).copied()
    }

    fn agree(&self, a: PlaceId, b: PlaceId) -> Agreement {
        let lies_in = |inner, outer| self.upwards(inner).any(|id| id == outer);
        if a == b {
            return Agreement::Same;
        }
        if lies_in(a, b) || lies_in(b, a) {
            return Agreement::Compatible;
        }
        if self.is_loose(a, b) || self.is_loose(b, a) { Agreement::Unknown } else { Agreement::Conflict }
    }

    /// Whether `a` may after all hold `b` or be held by it: a province beside a city of the same country, a country with a
    /// second sense beside any city, a continent beside a country that is on none, what has a namesake or is disputed.
    fn is_loose(&self, a: PlaceId, b: PlaceId) -> bool {
        let mut elsewhere = self.elsewhere.iter().filter(|(place, _)| self.upwards(a).any(|id| id == *place));
        if elsewhere.any(|&(_, parent)| self.upwards(parent).any(|id| id == b)) {
            return true;
        }
        let (entry, other) = (self.entry(a), self.entry(b));
        if entry.vague && !other.vague {
            return if entry.country { !other.country } else { self.upwards(b).any(|id| Some(id) == entry.parent) };
        }
        let top = self.upwards(b).last().unwrap_or(b);
        self.is_continent(a) && !self.is_continent(top)
    }

    /// The place, what it lies in, and so on.
    fn upwards(&self, id: PlaceId) -> impl Iterator<Item = PlaceId> {
        std::iter::successors(Some(id), |&id| self.entry(id).parent)
    }

    fn is_continent(&self, id: PlaceId) -> bool {
        let entry = self.entry(id);
        entry.parent.is_none() && !entry.country
    }

    fn entry(&self, PlaceId(at): PlaceId) -> &Entry {
        &self.entries[at as usize]
    }

    fn add(&mut self, name: &'static str, parent: Option<PlaceId>, country: bool) -> PlaceId {
        let id = PlaceId(u16::try_from(self.entries.len()).expect("the gazetteer has some thousand lines"));
        let Marked { bare, vague, .. } = marked(name);
        self.entries.push(Entry { name: bare, parent, country, vague });
        self.add_name(name, id);
        id
    }

    fn add_name(&mut self, name: &'static str, place: PlaceId) {
        let Marked { bare, human, adjective, .. } = marked(name);
        self.names.entry(folded(bare)).or_insert(place);
        let country = self.entry(place).country;
        self.add_form(bare, Form { place, country, name: true, demonym: adjective, human });
    }

    fn add_demonym(&mut self, name: &'static str, place: PlaceId) {
        let Marked { bare, human, .. } = marked(name);
        let form = Form { place, country: self.entry(place).country, name: false, demonym: true, human };
        self.add_form(bare, form);
        if bare.ends_with("an") || bare.ends_with('i') {
            self.add_form(&format!("{bare}s"), form);
        }
    }

    fn add_form(&mut self, words: &str, form: Form) {
        let at = u16::try_from(self.forms.len()).expect("the gazetteer has some thousand forms");
        self.forms.push(form);
        self.lexicon.add(words, at);
    }
}

fn list(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split(',').map(str::trim).filter(|item| !item.is_empty())
}

/// A name and the marks before it; see the head of `data/countries.txt`.
struct Marked {
    bare: &'static str,
    human: bool,
    adjective: bool,
    vague: bool,
}

fn marked(name: &'static str) -> Marked {
    let name = name.trim();
    let bare = name.trim_start_matches(['*', '~', '+']);
    let marks = &name[..name.len() - bare.len()];
    Marked { bare, human: marks.contains('*'), adjective: marks.contains('+'), vague: marks.contains('~') }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{Agreement, GAZETTEER, Names, Place, agree};

    fn dictionary() -> Names {
        let mut names = Names::default();
        let places: [&[&str]; 4] =
            [&["Nippon", "Japan"], &["Riverton"], &["Lower Marsh", "The Marsh"], &["Czechoslovak lands", "Bohemia"]];
        for (at, list) in places.iter().enumerate() {
            names.add_place(format!("l{at}"), list.iter().map(|&name| name.to_owned()).collect());
        }
        names
    }

    #[test]
    fn two_places_agree_or_not_whichever_is_named_first() {
        use Agreement::{Compatible, Conflict, Same, Unknown};
        let names = dictionary();
        for (a, b, verdict) in [
            ("Tokyo", "Japan", Compatible),
            ("Tokyo", "Osaka", Conflict),
            ("U.S.", "United States", Same),
            ("America", "USA", Same),
            ("Great Britain", "UK", Same),
            ("White House", "Washington", Compatible),
            ("White House", "U.S.", Compatible),
            ("Kremlin", "Moscow", Compatible),
            ("Downing Street", "Britain", Compatible),
            ("Downing Street", "Paris", Conflict),
            ("Britain", "Japan", Conflict),
            ("England", "Scotland", Conflict),
            ("England", "United Kingdom", Compatible),
            ("London", "Scotland", Conflict),
            ("Springfield", "Shelbyville", Unknown),
            ("Springfield", "Japan", Unknown),
            ("springfield", "Springfield", Same),
            ("The Hague", "Hague", Same),
            ("Netherlands", "the Netherlands", Same),
            ("Kiev", "Kyiv", Same),
            ("Bogota", "Bogotá", Same),
            ("St Petersburg", "Saint Petersburg", Same),
            ("Japan", "Asia", Compatible),
            ("Tokyo", "Asia", Compatible),
            ("Tokyo", "Europe", Conflict),
            ("Asia", "Europe", Conflict),
            ("Moscow", "Asia", Unknown),
            ("Turkey", "Europe", Unknown),
            ("Chicago", "Illinois", Compatible),
            ("Chicago", "Texas", Conflict),
            ("Texas", "Ohio", Conflict),
            ("Munich", "Bavaria", Unknown),
            ("Munich", "Sicily", Conflict),
            ("Washington", "Seattle", Unknown),
            ("Washington", "Chicago", Unknown),
            ("Washington", "New York", Conflict),
            ("Georgia", "Chicago", Unknown),
            ("Georgia", "Armenia", Conflict),
            ("Ireland", "Belfast", Unknown),
            ("Wales", "Yorkshire", Conflict),
            ("Nippon", "Tokyo", Compatible),
            ("Nippon", "Japan", Same),
            ("Nippon", "Korea", Unknown),
            ("Riverton", "riverton", Same),
            ("Riverton", "The Marsh", Conflict),
            ("Lower Marsh", "The Marsh", Same),
            ("Riverton", "Japan", Unknown),
            ("Riverton", "Springfield", Unknown),
        ] {
            let (one, other) = (Place::named(a, &names), Place::named(b, &names));
            assert_eq!(agree(&one, &other, &names), verdict, "{a} / {b}");
            assert_eq!(agree(&other, &one, &names), verdict, "{b} / {a}");
        }
    }

    #[test]
    fn what_may_lie_elsewhere_is_listed_and_proves_nothing_there() {
        let names = Names::default();
        let lines = include_str!("data/places.txt").lines().filter_map(|line| line.strip_prefix('?'));
        for (parent, places) in lines.filter_map(|line| line.split_once(':')) {
            for place in places.split(',').map(str::trim) {
                let (one, other) = (Place::named(place, &names), Place::named(parent, &names));
                assert!(one.listed && other.listed, "{place}, {parent}");
                assert_eq!(agree(&one, &other, &names), Agreement::Unknown, "{place} / {parent}");
            }
        }
    }

    #[test]
    fn places_have_one_name() {
        let names = dictionary();
        for (words, name, listed) in [
            ("U.S.", "United States", true),
            ("the  Netherlands", "Netherlands", true),
            ("Bohemia", "Czechoslovak lands", true),
            ("Springfield", "Springfield", false),
            ("", "", false),
        ] {
            assert_eq!(Place::named(words, &names), Place { name: name.to_owned(), listed }, "{words}");
        }
    }

    #[test]
    fn every_line_of_the_gazetteer_is_read() {
        let lines = |text: &'static str| text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        for line in lines(include_str!("data/countries.txt")) {
            assert_eq!(line.matches(';').count(), 3, "{line}");
            let continent = line.rsplit(';').next().unwrap_or_default().trim();
            assert!(continent.is_empty() || GAZETTEER.find(continent).is_some(), "{line}");
        }
        for line in lines(include_str!("data/places.txt")).chain(lines(include_str!("data/demonyms.txt"))) {
            let (parent, _) = line.split_once(':').expect("every line names a parent");
            let parent = parent.trim_start_matches('?');
            assert!(parent.is_empty() || GAZETTEER.find(parent).is_some(), "{line}");
        }
    }

    #[test]
    fn every_place_is_found_by_its_own_name() {
        for (at, entry) in GAZETTEER.entries.iter().enumerate() {
            let found = GAZETTEER.find(entry.name).map(|id| id.0 as usize);
            assert_eq!(found, Some(at), "`{}` stands twice", entry.name);
        }
    }

    proptest! {
        #[test]
        fn agreement_is_symmetric(a in 0..GAZETTEER.entries.len(), b in 0..GAZETTEER.entries.len(), words in ".{0,20}") {
            let names = dictionary();
            let place = |at: usize| Place::named(GAZETTEER.entries[at].name, &names);
            let other = Place::named(&words, &names);
            prop_assert_eq!(agree(&place(a), &place(b), &names), agree(&place(b), &place(a), &names));
            prop_assert_eq!(agree(&place(a), &other, &names), agree(&other, &place(a), &names));
            prop_assert_eq!(agree(&place(a), &place(a), &names), Agreement::Same);
            prop_assert_eq!(agree(&other, &other, &names), Agreement::Same);
        }
    }
}
