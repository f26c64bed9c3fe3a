//! Generated news: the same articles on every run, about 4 KB each. Names, places, bodies, dates and amounts are as dense
//! as in news (some 15 values and 3 claims of the built-in packs a kilobyte), and most sentences differ from each other.

/// A deterministic stream of numbers (the MINSTD generator of Park and Miller, multiplier 48271).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len() as u64) as usize]
    }
}

const GIVEN: [&str; 16] = [
    "Maria", "Jonas", "Amara", "Viktor", "Lena", "Tomas", "Ingrid", "Paolo", "Sofia", "Karim", "Nadia", "Oskar", "Mei",
    "Rafael", "Elif", "Duncan",
];
const SURNAMES: [&str; 20] = [
    "Velden",
    "Okoro",
    "Lindqvist",
    "Marsh",
    "Tanaka",
    "Rossi",
    "Quintero",
    "Haddad",
    "Novak",
    "Brandt",
    "Osei",
    "Larkin",
    "Dubois",
    "Ferreira",
    "Kowalczyk",
    "Petrov",
    "Ibarra",
    "Saari",
    "Moreau",
    "Anand",
];
const OFFICES: [&str; 8] = [
    "Mayor",
    "Governor",
    "President",
    "Prime Minister",
    "Chancellor",
    "Foreign Minister",
    "Finance Minister",
    "Senator",
];
const DEMONYMS: [&str; 10] =
    ["French", "Peruvian", "Norwegian", "Kenyan", "Italian", "Polish", "Chilean", "Danish", "Japanese", "Turkish"];
const COUNTRIES: [&str; 10] =
    ["France", "Peru", "Norway", "Kenya", "Italy", "Poland", "Chile", "Denmark", "Japan", "the United States"];
const TOWNS: [&str; 12] = [
    "Lisbon",
    "Oslo",
    "Nairobi",
    "Turin",
    "Gdansk",
    "Lyon",
    "Valparaiso",
    "Aarhus",
    "Osaka",
    "Ankara",
    "Boston",
    "Lima",
];
const BODIES: [&str; 8] = [
    "Harbour Authority",
    "City Council",
    "Ministry of Transport",
    "National Bank",
    "Chamber of Commerce",
    "UNESCO",
    "Institute for Coastal Research",
    "Labour Union",
];
const MONTHS: [&str; 8] = ["January", "February", "March", "May", "July", "October", "Nov.", "December"];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const NOUNS: [&str; 24] = [
    "bridge",
    "harbour",
    "budget",
    "school",
    "railway",
    "library",
    "hospital",
    "treaty",
    "tunnel",
    "stadium",
    "orchard",
    "archive",
    "reservoir",
    "festival",
    "ferry",
    "market",
    "museum",
    "survey",
    "pipeline",
    "campaign",
    "inquiry",
    "workshop",
    "embankment",
    "timetable",
];
const ADJECTIVES: [&str; 20] = [
    "narrow",
    "costly",
    "regional",
    "unfinished",
    "early",
    "northern",
    "quiet",
    "ambitious",
    "public",
    "temporary",
    "wooden",
    "long-planned",
    "disputed",
    "modest",
    "annual",
    "joint",
    "steep",
    "crowded",
    "well-known",
    "distant",
];
const VERBS: [&str; 20] = [
    "supports",
    "delays",
    "replaces",
    "follows",
    "explains",
    "crosses",
    "surrounds",
    "opposed",
    "repaired",
    "described",
    "questioned",
    "welcomed",
    "ignored",
    "measured",
    "borrowed",
    "painted",
    "reached",
    "served",
    "divided",
    "outlived",
];
const ADVERBS: [&str; 12] = [
    "quietly",
    "in the end",
    "by all accounts",
    "for the most part",
    "without much notice",
    "as planned",
    "once again",
    "to some surprise",
    "at great cost",
    "after long talks",
    "in good order",
    "with little help",
];
const PLAIN: [&str; 12] = [
    "Residents who had lived there for most of their lives said that they had not seen anything like it.",
    "Several of the proposals came from committees that nobody in the chamber remembered having set up.",
    "In the afternoon the square filled slowly, first with children and then with the people who were looking for them.",
    "A report is to be published when the figures have been checked by somebody who did not write it.",
    "The old market hall, which was built of brick and iron, has stood empty since the last traders moved out.",
    "Critics say the plan costs too much, supporters that doing nothing costs more, and both point to the same table.",
    "Nothing was decided, although almost everyone who spoke agreed that something should be.",
    "What the change means for schools outside the city will only be known after the summer.",
    "“We have waited long enough,” said one of the teachers, who didn’t want to be named.",
    "It wasn’t clear whether the new rules would apply to boats that were built before they came into force.",
    "There were no speeches – only a short thank-you, a song, and coffee for those who stayed.",
    "The road’s surface had been laid twice; each time, engineers said, the ground beneath it had moved.",
];

/// An article of about 4 KB in hard-wrapped plain text.
pub(crate) fn article(seed: u64) -> String {
    let mut numbers = Numbers(seed * 7 + 1);
    let (given, surname) = (numbers.pick(&GIVEN), numbers.pick(&SURNAMES));
    let (town, month) = (numbers.pick(&TOWNS), numbers.pick(&MONTHS));
    let mut text = format!("{} {} to open in {town}\n\n", numbers.pick(&ADJECTIVES), numbers.pick(&NOUNS));
    text.push_str(&format!("{} {}, {}\n\n", month, numbers.below(28) + 1, numbers.below(20) + 2005));
    while text.len() < 4_000 {
        let (first, second) = (plain(&mut numbers), plain(&mut numbers));
        let mut paragraph = format!("{first} {} {second} ", told(&mut numbers, surname));
        paragraph.push_str(&match numbers.below(2) {
            0 => claim(&mut numbers, given, surname),
            _ => told(&mut numbers, surname),
        });
        text.push_str(&wrapped(&paragraph));
        text.push_str("\n\n");
    }
    text
}

/// A sentence without a value.
fn plain(numbers: &mut Numbers) -> String {
    let mut noun = || format!("{} {}", numbers.pick(&ADJECTIVES), numbers.pick(&NOUNS));
    let (one, other) = (noun(), noun());
    match numbers.below(4) {
        0 => numbers.pick(&PLAIN).to_owned(),
        1 => format!("The {one} {} the {other} {}.", numbers.pick(&VERBS), numbers.pick(&ADVERBS)),
        2 => format!(
            "Whoever {} the {one} must know that a {other} is {}.",
            numbers.pick(&VERBS),
            numbers.pick(&ADJECTIVES)
        ),
        _ => format!("No {one} has {}, they say, {} a {other}.", numbers.pick(&ADVERBS), numbers.pick(&VERBS)),
    }
}

/// A sentence with values that no built-in rule takes, or few.
fn told(numbers: &mut Numbers, surname: &str) -> String {
    let (noun, adjective) = (numbers.pick(&NOUNS), numbers.pick(&ADJECTIVES));
    match numbers.below(8) {
        0 => format!(
            "{surname} told the {} that the {noun} in {} was {adjective}.",
            numbers.pick(&BODIES),
            numbers.pick(&TOWNS)
        ),
        1 => format!(
            "On {} the {} of {} {} the {noun}.",
            numbers.pick(&WEEKDAYS),
            numbers.pick(&BODIES),
            numbers.pick(&TOWNS),
            numbers.pick(&VERBS)
        ),
        2 => format!(
            "About {} people came, a third of them from {}.",
            numbers.below(90) * 10 + 20,
            numbers.pick(&COUNTRIES)
        ),
        3 => format!("“The {noun} is {adjective},” {surname} said at {} p.m.", numbers.below(11) + 1),
        4 => format!(
            "{} {} of {} called it “{adjective}”.",
            numbers.pick(&GIVEN),
            numbers.pick(&SURNAMES),
            numbers.pick(&TOWNS)
        ),
        5 => format!(
            "It took {} years and ${}.{} million to finish the {noun}.",
            numbers.below(8) + 2,
            numbers.below(9) + 1,
            numbers.below(10)
        ),
        6 => format!(
            "In {} a {} study found {} percent of them {adjective}.",
            numbers.below(30) + 1990,
            numbers.pick(&DEMONYMS),
            numbers.below(80) + 3
        ),
        _ => format!(
            "{surname}, {}, has lived between {} and {} since {} {}.",
            numbers.below(50) + 21,
            numbers.pick(&TOWNS),
            numbers.pick(&TOWNS),
            numbers.pick(&MONTHS),
            numbers.below(30) + 1990
        ),
    }
}

/// A sentence for the built-in packs.
fn claim(numbers: &mut Numbers, given: &str, surname: &str) -> String {
    let (month, day, year) = (numbers.pick(&MONTHS), numbers.below(26) + 1, numbers.below(20) + 2005);
    match numbers.below(8) {
        0 => format!("{} {} {given} {surname} opened the session.", numbers.pick(&DEMONYMS), numbers.pick(&OFFICES)),
        1 => format!("{} {surname} was not there.", numbers.pick(&OFFICES)),
        2 => format!("The fair runs from {month} {day} to {month} {}, {year}.", day + 1),
        3 => format!(
            "Officials deployed {},{:03} officers on {month} {day}, {year}.",
            numbers.below(90) + 1,
            numbers.below(1000)
        ),
        4 => format!(
            "The budget grew by {}.{} percent to ${} million.",
            numbers.below(9),
            numbers.below(10),
            numbers.below(900)
        ),
        5 => format!(
            "{}, {month} {day}, {year}, was a holiday in {}.",
            numbers.pick(&WEEKDAYS),
            numbers.pick(&COUNTRIES)
        ),
        6 => {
            let (given, surname) = (numbers.pick(&GIVEN), numbers.pick(&SURNAMES));
            format!(
                "{given} {surname}, the former {} of {}, agreed.",
                numbers.pick(&OFFICES).to_lowercase(),
                numbers.pick(&COUNTRIES)
            )
        }
        _ => {
            format!("The visit to {} ended on {month} {day}, {year}, after a three-day stay.", numbers.pick(&COUNTRIES))
        }
    }
}

fn wrapped(paragraph: &str) -> String {
    let mut lines = String::new();
    let mut width = 0;
    for word in paragraph.split_whitespace() {
        if width + word.len() > 78 {
            lines.push('\n');
            width = 0;
        } else if width > 0 {
            lines.push(' ');
        }
        lines.push_str(word);
        width += word.len() + 1;
    }
    lines
}
