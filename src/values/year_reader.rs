//! Reads years: four digits that the words around make one, years in words, years before and after Christ.

use std::ops::Range;

use super::calendar_words::{CalendarWord, calendar_word, cardinal, is_digit};
use super::date::Date;
use super::sentence_words::SentenceWords;
use super::words::Words;

/// The year behind a month or a day ("October 2025", "October, 2025", "of 2025", "in 2025"), and the token behind it.
pub(crate) fn year_behind(words: &SentenceWords<'_>, at: usize) -> Option<(i32, usize)> {
    let comma = words.word(at) == ",";
    let joined = matches!(words.word(at), "of" | "in");
    let next = at + usize::from(comma || joined);
    // "March 14-2031"
    let hyphened = words.word(at) == "-" && words.glued(at) && words.glued(at + 1);
    if let Some(year) = year_number(words, at + 1).filter(|_| hyphened && words.closes(at + 2)) {
        return Some((year, at + 2));
    }
    if words.glued(next) && !comma {
        return None;
    }
    if let Some((year, end)) = short_year(words, next).filter(|_| words.word(at) != "in") {
        return Some((year, end));
    }
    if let Some((year, end)) = bare_short_year(words, next).filter(|_| words.word(at) == "of") {
        return Some((year, end));
    }
    let (year, end) = year_anywhere(words, next)?;
    if words.word(at) == "in" && (!(1800..=2100).contains(&year) || year % 50 == 0 || is_plural(words, end)) {
        return None;
    }
    let range = words.word(end) == "-";
    (words.closes(end) || range).then_some((year, end))
}

/// A year in four digits or in words where nothing but a year can stand, and the token behind it.
pub(crate) fn year_anywhere(words: &SentenceWords<'_>, at: usize) -> Option<(i32, usize)> {
    if let Some(year) = year_number(words, at) {
        return (!is_counted(words, at + 1)).then_some((year, at + 1));
    }
    spelled_year(words, at)
}

/// "April of '87", "May '18".
pub(crate) fn short_year(words: &SentenceWords<'_>, at: usize) -> Option<(i32, usize)> {
    let year = words.digits(at + 1, 2, 2).filter(|_| words.word(at) == "'" && words.glued(at + 1))?;
    let free = words.closes(at + 2) && !words.glued(at) && !is_counted(words, at + 2);
    Some((century_of(year as i32).filter(|_| free)?, at + 2))
}

/// "April of 87": of the last century alone, for of this one the day may be meant.
fn bare_short_year(words: &SentenceWords<'_>, at: usize) -> Option<(i32, usize)> {
    let year = words.digits(at, 2, 2).filter(|&year| year >= 40)?;
    let free = words.closes(at + 1) && !is_counted(words, at + 1) && !is_plural(words, at + 1);
    Some((century_of(year as i32).filter(|_| free)?, at + 1))
}

/// The year that two digits mean: below 30 of this century, from 40 on of the last one, between them open.
pub(crate) fn century_of(year: i32) -> Option<i32> {
    match year {
        0..30 => Some(2000 + year),
        40..100 => Some(1900 + year),
        _ => None,
    }
}

/// "in '69", "the class of '69", where the words before it make it a year.
pub(crate) fn standing_short_year(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let mark = at.checked_sub(1)?;
    let led = matches!(words.before(mark, 1), "in" | "since" | "of" | "until" | "before" | "after");
    let (year, end) = short_year(words, mark).filter(|_| led)?;
    Some((Date::in_year(year), end))
}

/// "nineteen seventy-eight", "two thousand and fifteen", "seventeen hundred thirty-three", "twenty twenty-five".
pub(crate) fn spelled_year(words: &SentenceWords<'_>, at: usize) -> Option<(i32, usize)> {
    let below_hundred = |at: usize| cardinal(words, at).filter(|_| words.is_word(at));
    let (hundreds, next) = match calendar_word(words.word(at))? {
        CalendarWord::Teen(teens) => (teens, at + 1),
        CalendarWord::Tens(20) => (20, at + 1),
        CalendarWord::Hour(2) if words.word(at + 1) == "thousand" => {
            let and = usize::from(words.word(at + 2) == "and");
            return Some(match below_hundred(at + 2 + and) {
                Some((rest, end)) => (2000 + rest as i32, end),
                None => (2000, at + 2),
            });
        }
        _ => return None,
    };
    let hundred = words.word(next) == "hundred";
    let and = usize::from(hundred && words.word(next + 1) == "and");
    match below_hundred(next + usize::from(hundred) + and) {
        Some((rest, end)) if rest >= 10 || hundred => Some(((hundreds * 100 + rest) as i32, end)),
        _ if hundred => Some(((hundreds * 100) as i32, next + 1)),
        _ => None,
    }
}

/// "in nineteen ninety-six", "since twenty sixteen", where the words before it make it a year.
pub(crate) fn standing_spelled_year(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let led = matches!(words.before(at, 1), "in" | "since" | "of" | "until" | "by" | "from" | "before" | "after");
    let (year, end) = spelled_year(words, at).filter(|&(year, _)| led && (1800..2100).contains(&year))?;
    let free = words.closes(end) && !is_counted(words, end) && !is_plural(words, end);
    free.then(|| (Date::in_year(year), end))
}

/// "44 BC", "AD 79", "79 AD", "1066 CE", in capitals.
pub(crate) fn era_year(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let year = |at: usize| words.digits(at, 1, 4).filter(|&year| year > 0).map(|year| year as i32);
    let found = |year: i32, end: usize| {
        // "In 2017 BC had its worst fires": a province.
        let province = year <= 0 && (1800..=2100).contains(&(1 - year));
        let opens = words.opens(at) && words.closes(end) && !province && !is_plural(words, end);
        opens.then(|| (Date::in_year(year), end))
    };
    if words.raw(at) == "AD" || words.raw(at) == "A.D." {
        return found(year(at + 1)?, at + 2);
    }
    match words.raw(at + 1) {
        "BC" | "BCE" | "B.C." | "B.C.E." => found(1 - year(at)?, at + 2),
        "AD" | "A.D." | "CE" | "C.E." => found(year(at)?, at + 2),
        _ => None,
    }
}

/// Four digits that can be a year.
pub(crate) fn year_number(words: &SentenceWords<'_>, at: usize) -> Option<i32> {
    let year = words.digits(at, 4, 4).filter(|year| (1000..=2100).contains(year))?;
    Some(year as i32)
}

/// Four digits that the words around make a year: "in 2022", "the 2019 election".
pub(crate) fn standing_year(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let number = year_number(words, at)?;
    let behind = at + 1;
    if fills_a_cell_of_years(words, at) {
        return Some((Date::in_year(number), behind));
    }
    let opens = words.opens(at) || words.word(at - 1) == "-" && matches!(words.before(at, 2), "mid" | "pre" | "post");
    let closes = words.closes(behind) || words.word(behind) == "-" && words.is_word(behind + 1);
    (opens && closes && !is_counted(words, behind) && year_context(words, at, behind))
        .then(|| (Date::in_year(number), behind))
}

/// Whether four digits fill a cell of a table whose column or row is one of years by its head or label: "Year", "First lit".
fn fills_a_cell_of_years(words: &SentenceWords<'_>, at: usize) -> bool {
    let of_years = |row: Words<'_>, cell: Range<usize>| {
        // "Houses built" is a number of houses.
        let plural = cell.end >= cell.start + 2 && row.plural(cell.end - 2);
        row.last_of(cell.clone()).is_some_and(|last| matches!(last, "year" | "since") || is_of_origin(last) && !plural)
            || row.word(cell.start) == "year" && row.word(cell.start + 1) == "of"
    };
    let row = words.with_tables();
    row.alone(at, at + 1)
        && (row.head_cell(at).is_some_and(|(head, cell)| of_years(head, cell))
            || row.label(at).is_some_and(|label| of_years(row, label)))
}

/// Whether the words around the number at `at` make it a year; `behind` is the token to look at after it.
pub(crate) fn year_context(words: &SentenceWords<'_>, at: usize, behind: usize) -> bool {
    let number = words.digits(at, 4, 4).unwrap_or(0);
    let round = number.is_multiple_of(50);
    let recent = (1800..=2100).contains(&number);
    if round && is_plural(words, behind) {
        return false;
    }
    if words.word(at.wrapping_sub(1)) == "(" && words.glued(at) && recent {
        return matches!(words.word(behind), ")" | "-" | "," | ";");
    }
    let (before, second) = (words.before(at, 1), words.before(at, 2));
    if recent && words.word(behind) == "or" && matches!(words.word(behind + 1), "later" | "earlier") {
        return true;
    }
    let noun_follows = words.is_word(behind) && !words.glued(behind);
    match before {
        // "Founded: 1921", "opened to traffic: 1966"
        ":" => recent && !noun_follows && (2..=5).any(|back| is_of_origin(words.before(at, back))),
        _ if is_of_origin(before) => {
            let tied = matches!(words.word(behind), "in" | "on" | "by" | "at" | "for" | "and" | "with" | "from" | "as");
            recent && (!noun_follows || tied) || (1000..=2100).contains(&number) && !round && tied
        }
        "in" | "since" | "during" => !is_number_word(second),
        "until" | "till" | "before" | "after" | "through" | "throughout" | "between" => recent || !round,
        "year" | "fiscal" | "spring" | "summer" | "autumn" | "fall" | "winter" | "circa" | "pre" | "post" => true,
        "-" => recent && !round && words.glued(at),
        "early" | "late" | "mid" => recent && !round,
        "not" => recent && second == "but" && !noun_follows && !round,
        // "c. 1850", "in about 1850"
        "." if words.glued(at - 1) => {
            let of_life = matches!(second, "b" | "d") && words.before(at, 3) == "(";
            recent && (matches!(second, "c" | "ca") || of_life) && !is_plural(words, behind)
        }
        "b" | "d" => recent && second == "(" && words.word(behind) == ")",
        // "(born Kelm, 1938)", "(Brandt, 1987)"
        "," if words.word(behind) == ")" && recent && words.is_word(at - 2) => true,
        "about" | "around" => recent && matches!(second, "in" | "since" | "from") && !noun_follows,
        "by" | "from" | "for" => recent && !round && !is_change(words, at - 1),
        "of" => recent && !is_quantity(second) && (!round || is_edge(second)),
        "to" => recent && matches!(second, "back" | "prior" | "up"),
        "than" | "as" => recent && matches!(second, "earlier" | "later" | "early" | "late"),
        "the" | "a" | "its" | "his" | "her" | "their" | "our" | "this" | "'s" => {
            recent && noun_follows && !(round && is_plural(words, behind))
        }
        "and" | "or" | "," => {
            let listed = at.checked_sub(2).is_some_and(|other| words.digits(other, 4, 4).is_some());
            recent && (!noun_follows || !round) && listed && year_context(words, at - 2, behind)
        }
        _ => {
            // "2019 was a good year", "2019: the bridge opens"
            at == words.start() && recent && !round && (noun_follows || words.word(behind) == ":")
        }
    }
}

/// Whether what is told of somebody or something by a word is told with a year: "founded 1921".
fn is_of_origin(word: &str) -> bool {
    matches!(
        word,
        "founded"
            | "established"
            | "built"
            | "opened"
            | "inaugurated"
            | "launched"
            | "completed"
            | "erected"
            | "constructed"
            | "formed"
            | "incorporated"
            | "born"
            | "died"
            | "distilled"
            | "commissioned"
            | "foundation"
            | "est"
            | "dated"
            | "lit"
            | "released"
            | "published"
            | "premiered"
            | "discovered"
            | "introduced"
            | "restored"
            | "rebuilt"
    )
}

/// "one in 1000", "5 in 1200"
fn is_number_word(word: &str) -> bool {
    is_digit(word) || matches!(calendar_word(word), Some(CalendarWord::Hour(_)))
}

/// What a month or a year has: "the end of 2000".
pub(crate) fn is_edge(word: &str) -> bool {
    matches!(
        word,
        "end" | "beginning" | "start" | "middle" | "month" | "days" | "week" | "weeks" | "half" | "year" | "quarter"
    )
}

/// What a number is said to be "of": "a population of 1900".
fn is_quantity(word: &str) -> bool {
    matches!(
        word,
        "population"
            | "total"
            | "crowd"
            | "speed"
            | "depth"
            | "height"
            | "maximum"
            | "minimum"
            | "average"
            | "distance"
            | "number"
            | "capacity"
            | "group"
            | "force"
            | "staff"
            | "audience"
            | "attendance"
            | "altitude"
            | "toll"
            | "out"
            | "workforce"
            | "most"
            | "some"
            | "all"
            | "each"
            | "magnitude"
            | "level"
            | "levels"
            | "score"
            | "length"
            | "sum"
            | "price"
            | "more"
            | "membership"
            | "elevation"
            | "fleet"
            | "rate"
    )
}

/// Whether what follows a number is what it counts or measures.
pub(crate) fn is_counted(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(
        words.word(at),
        "people"
            | "persons"
            | "men"
            | "women"
            | "children"
            | "residents"
            | "inhabitants"
            | "passengers"
            | "soldiers"
            | "troops"
            | "homes"
            | "houses"
            | "households"
            | "jobs"
            | "workers"
            | "employees"
            | "students"
            | "pupils"
            | "victims"
            | "deaths"
            | "dead"
            | "injured"
            | "wounded"
            | "killed"
            | "miles"
            | "mile"
            | "km"
            | "kilometres"
            | "kilometers"
            | "metres"
            | "meters"
            | "metre"
            | "meter"
            | "m"
            | "ft"
            | "feet"
            | "foot"
            | "yards"
            | "mph"
            | "kph"
            | "kmh"
            | "dollars"
            | "euros"
            | "pounds"
            | "yen"
            | "pesos"
            | "rupees"
            | "cents"
            | "tonnes"
            | "tons"
            | "kg"
            | "kilograms"
            | "kilos"
            | "grams"
            | "words"
            | "votes"
            | "seats"
            | "cases"
            | "units"
            | "cars"
            | "vehicles"
            | "hectares"
            | "acres"
            | "members"
            | "delegates"
            | "participants"
            | "runners"
            | "guests"
            | "spectators"
            | "fans"
            | "visitors"
            | "tickets"
            | "items"
            | "pages"
            | "copies"
            | "shares"
            | "points"
            | "times"
            | "degrees"
            | "percent"
            | "per"
            | "million"
            | "billion"
            | "thousand"
            | "hundred"
            | "trillion"
            | "hours"
            | "hrs"
            | "minutes"
            | "seconds"
            | "days"
            | "weeks"
            | "months"
            | "years"
            | "gmt"
            | "utc"
            | "am"
            | "pm"
            | "a.m."
            | "p.m."
            | "mm"
            | "cm"
            | "mw"
            | "kw"
            | "gw"
            | "litres"
            | "liters"
            | "gallons"
            | "barrels"
            | "tourists"
            | "refugees"
            | "civilians"
            | "officers"
            | "prisoners"
            | "volunteers"
            | "businesses"
            | "schools"
            | "buildings"
            | "aircraft"
            | "migrants"
            | "families"
            | "firefighters"
            | "customers"
            | "patients"
            | "voters"
            | "square"
            | "cubic"
            | "others"
            | "protesters"
            | "demonstrators"
            | "crew"
            | "local"
            | "injuries"
            | "bags"
    )
}

/// Whether the word at `at` looks like the plural of a noun.
pub(crate) fn is_plural(words: &SentenceWords<'_>, at: usize) -> bool {
    let word = words.word(at);
    words.is_word(at)
        && !words.glued(at)
        && !words.capital(at)
        && word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !matches!(word, "this" | "does" | "whereas" | "thus" | "always" | "plus" | "various" | "across" | "perhaps")
}

/// Whether a number is said to grow or shrink, so that "from 1950 to 2010" may be no years.
pub(crate) fn is_change(words: &SentenceWords<'_>, at: usize) -> bool {
    const CHANGE: [&str; 16] = [
        "rose",
        "grew",
        "fell",
        "dropped",
        "increased",
        "decreased",
        "rise",
        "fall",
        "increase",
        "jumped",
        "climbed",
        "went",
        "rising",
        "growing",
        "falling",
        "drop",
    ];
    (1..=2).any(|back| CHANGE.contains(&words.before(at, back)))
}
