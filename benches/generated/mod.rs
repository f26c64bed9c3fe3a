//! Generated news: the same articles on every run, about 4 KB each, with claims for most built-in rules among prose that
//! has none.

/// A deterministic stream of numbers (the MINSTD generator of Park and Miller, multiplier 48271).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.next() as usize % list.len()]
    }
}

const GIVEN: [&str; 12] =
    ["Maria", "Jonas", "Amara", "Viktor", "Lena", "Tomas", "Ingrid", "Paolo", "Sofia", "Karim", "Nadia", "Oskar"];
const SURNAMES: [&str; 14] = [
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
];
const OFFICES: [&str; 6] = ["Mayor", "Governor", "President", "Prime Minister", "Chancellor", "Foreign Minister"];
const DEMONYMS: [&str; 8] = ["French", "Peruvian", "Norwegian", "Kenyan", "Italian", "Polish", "Chilean", "Danish"];
const MONTHS: [&str; 6] = ["January", "March", "May", "July", "October", "December"];
const PLAIN: [&str; 10] = [
    "The river had risen through the night and the lower streets were closed to traffic.",
    "Residents who had lived there for most of their lives said that they had not seen anything like it.",
    "Several of the proposals came from committees that nobody in the chamber remembered having set up.",
    "In the afternoon the square filled slowly, first with children and then with the people who were looking for them.",
    "A report is to be published when the figures have been checked by somebody who did not write it.",
    "The old market hall, which was built of brick and iron, has stood empty since the last traders moved out.",
    "Critics say the plan costs too much, supporters that doing nothing costs more, and both point to the same table.",
    "Nothing was decided, although almost everyone who spoke agreed that something should be.",
    "The orchestra played the second half without its conductor, and hardly anyone in the audience noticed.",
    "What the change means for schools outside the city will only be known after the summer.",
];

/// An article of about 4 KB in hard-wrapped plain text.
pub fn article(seed: u64) -> String {
    let mut numbers = Numbers(seed * 7 + 1);
    let mut text = String::new();
    while text.len() < 4_000 {
        let mut paragraph = String::new();
        for _ in 0..4 {
            paragraph.push_str(numbers.pick(&PLAIN));
            paragraph.push(' ');
        }
        paragraph.push_str(&claim(&mut numbers));
        text.push_str(&wrapped(&paragraph));
        text.push_str("\n\n");
    }
    text
}

fn claim(numbers: &mut Numbers) -> String {
    let (given, surname) = (numbers.pick(&GIVEN), numbers.pick(&SURNAMES));
    let (month, day, year) = (numbers.pick(&MONTHS), numbers.next() % 27 + 1, numbers.next() % 20 + 2005);
    match numbers.next() % 6 {
        0 => format!("{} {} {given} {surname} opened the session.", numbers.pick(&DEMONYMS), numbers.pick(&OFFICES)),
        1 => format!("{} {given} {surname} was not there.", numbers.pick(&OFFICES)),
        2 => format!("The fair runs from {month} {day} to {month} {}, {year}.", day + 1),
        3 => format!(
            "Officials deployed {},{:03} officers on {month} {day}, {year}.",
            numbers.next() % 90 + 1,
            numbers.next() % 1000
        ),
        4 => format!(
            "The budget grew by {}.{} percent to ${} million.",
            numbers.next() % 9,
            numbers.next() % 10,
            numbers.next() % 900
        ),
        _ => format!("The visit to France ended on {month} {day}, {year}, after a three-day stay."),
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
