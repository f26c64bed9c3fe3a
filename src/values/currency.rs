//! The names of currencies: "dollars", "Swiss francs", "Papua New Guinean kina".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::Words;

/// Reads the name of a currency, up to three words for its country before it: its code, and the token behind it. `large`
/// says that the number before it cannot be a weight in pounds or how often somebody won.
pub(crate) fn named(words: Words<'_>, at: usize, large: bool) -> Option<(&'static str, usize)> {
    (at..=at + MOST_WORDS).take_while(|&noun| words.is_word(noun)).find_map(|noun| {
        let unit = BY_NAME.get(words.word(noun))?;
        let code = if noun == at {
            unit.alone.filter(|(_, when)| stands_alone(words, at, large, *when)).map(|(code, _)| code)
        } else {
            unit.of(|country| country.len() == noun - at && words.are(at, country))
        }?;
        Some((code, noun + 1))
    })
}

/// The currency whose unit a country names so: "dollar", "australian".
pub(crate) fn of_country(name: &str, country: &[&str]) -> Option<&'static str> {
    BY_NAME.get(name)?.of(|listed| listed == country)
}

/// The code that is written so.
pub(crate) fn code(text: &str) -> Option<&'static str> {
    rows().map(|row| row.code).find(|code| *code == text)
}

/// Words for a country at most before a unit: "trinidad and tobago dollars".
const MOST_WORDS: usize = 3;

/// What the name of a unit can mean.
#[derive(Default)]
struct Unit {
    /// Where no country is named, and when.
    alone: Option<(&'static str, When)>,
    /// The words for each country, and its currency.
    countries: Vec<(Vec<&'static str>, &'static str)>,
}

impl Unit {
    fn of(&self, is_it: impl Fn(&[&'static str]) -> bool) -> Option<&'static str> {
        self.countries.iter().find(|(country, _)| is_it(country)).map(|&(_, code)| code)
    }
}

/// When a unit without its country is money.
#[derive(Clone, Copy)]
enum When {
    Always,
    /// In large sums, or where nothing follows.
    LargeOrLast,
    Large,
}

/// Whether a unit without its country is money here: pounds may be a weight, "won" a verb.
fn stands_alone(words: Words<'_>, at: usize, large: bool, when: When) -> bool {
    let weight = || {
        words.word(at + 1) == "of"
            || (1..6).any(|back| words.before(at, back).starts_with("weigh"))
            || matches!(words.word(at + 1), "heavier" | "lighter" | "per")
    };
    large
        || match when {
            When::Always => words.word(at) != "pounds" || !weight(),
            When::LargeOrLast => words.is_literal() || words.pauses(at + 1),
            // "30,000 won ($22)"
            // "a 20-pound note"
            When::Large => {
                // "a room costs 50,000 won", but "of 900 races he entered 30 won"
                let priced = words.pauses(at + 1) && words.near(at, is_about_prices);
                words.is_literal()
                    || priced
                    || matches!(words.word(at + 1), "(" | "note" | "notes" | "coin" | "coins" | "fine")
            }
        }
}

/// Whether a word near a number says that it is what something costs.
fn is_about_prices(word: &str) -> bool {
    matches!(word, "cost" | "costs" | "price" | "prices" | "priced" | "paid" | "pay" | "pays" | "worth" | "salary")
}

static BY_NAME: LazyLock<FxHashMap<&str, Unit>> = LazyLock::new(|| {
    let mut units = FxHashMap::<_, Unit>::default();
    for row in rows() {
        for marked in row.names.split_whitespace() {
            let name = marked.trim_end_matches(['!', '?', '^']);
            let unit = units.entry(name).or_default();
            let when = match marked.as_bytes().last() {
                Some(b'!') => Some(When::Always),
                Some(b'?') => Some(When::LargeOrLast),
                Some(b'^') => Some(When::Large),
                _ => None,
            };
            unit.alone = unit.alone.or(when.map(|when| (row.code, when)));
            let countries = row.countries.split(',').map(|country| country.split_whitespace().collect::<Vec<_>>());
            unit.countries.extend(countries.filter(|country| !country.is_empty()).map(|country| (country, row.code)));
        }
    }
    units
});

/// A row of the table as it is written.
struct Row {
    code: &'static str,
    names: &'static str,
    countries: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    let lines = include_str!("data/currencies.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut fields = line.split(';').map(str::trim);
        Some(Row { code: fields.next()?, names: fields.next()?, countries: fields.next()? })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_two_currencies_by_itself_or_of_one_country() {
        for row in rows() {
            assert!(row.code.len() == 3 && row.code.bytes().all(|b| b.is_ascii_uppercase()), "{}", row.code);
            for marked in row.names.split_whitespace() {
                let name = marked.trim_end_matches(['!', '?', '^']);
                let unit = &BY_NAME[name];
                assert!(name == marked || unit.alone.is_some_and(|(code, _)| code == row.code), "{marked}");
                for country in row.countries.split(',').map(|country| country.split_whitespace().collect::<Vec<_>>()) {
                    let found = of_country(name, &country);
                    assert!(country.is_empty() || found == Some(row.code), "{name} {country:?} {found:?}");
                    assert!(country.len() <= MOST_WORDS, "{country:?}");
                }
            }
        }
    }

    #[test]
    fn a_code_is_listed_once() {
        let codes: Vec<_> = rows().map(|row| row.code).collect();
        let once: rustc_hash::FxHashSet<_> = codes.iter().collect();
        assert_eq!(codes.len(), once.len());
    }
}
