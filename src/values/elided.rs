//! Numbers whose unit stands with another number: "12 euros for a day, 50 for a week", "a bid of 8 million euros, up from 6
//! million". They count nothing, and what they measure only the other number tells.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::calendar_words::{calendar_word, is_year};
use super::number_words::{scale, small};
use super::quantity::stated;
use super::stated::{Stated, Unit};
use super::told_age;
use super::words::{self, Words};

/// How many tokens before a number the one that has its unit may stand.
const BACK: usize = 30;

/// Whether the number stated at `at`, which has no unit and nothing counted behind it, takes its unit from a number before it,
/// or is a sum whose currency nobody names.
pub(super) fn is_elided(words: Words<'_>, at: usize, stated: &Stated, end: usize) -> bool {
    // "18 euros one way and 31 return"
    let back = matches!(words.word(end), "return" | "apiece") && words.pauses(end + 1);
    if words.is_literal() || !back && !is_open(words, end) || words.alone(at, end) {
        return false;
    }
    if is_large_sum(words, at, &stated.amount, end) || is_paid(words, at, end) || is_gone(words, at, end) {
        return true;
    }
    let Some(Measured { first, behind, unit }) = measured_before(words, at) else {
        return is_of_last_sentence(words, at, end);
    };
    let between = |asked: &dyn Fn(&str) -> bool| (first..at).any(|at| asked(words.word(at)));
    if between(&|word| TALLIES.contains(&word)) {
        return false;
    }
    let share = matches!(unit, Unit::Share(_) | Unit::Fraction);
    let (before, next) = (words.before(at, 1), words.word(end));
    // "for 30 percent, the farms for 45", "lasts 6 days, and lasts 20 in May"
    let same = before == words.before(first, 1)
        && words.is_word(at - 1)
        && !matches!(before, "of" | "with" | "and" | "the" | "a" | "or" | "about" | "some")
        && !(share && before == "by");
    // "66 decibels, against 57 the day before", "rose to 5 metres from 4"
    let sum = matches!(unit, Unit::Money(_));
    let compared = matches!(before, "against" | "from" | "than" | "usual") || before == "after" && sum;
    // "rose 8 percent to 412": only a share that is a height itself is compared with another.
    let high = !share || matches!(words.before(first, 1), "to" | "at" | "of" | "is" | "was" | "for" | "with" | "from");
    let compared = compared && high && !words.hyphen(end);
    // "It takes 61 minutes; it is to be cut to 48."
    let moved = before == "to" && MOVED.contains(&words.before(at, 2)) && between(&|word| word == "it") && !share;
    // "9 euros, or 70 for the whole year"
    let priced = sum && next == "for" && matches!(before, "," | "or" | "and" | ";");
    // "120,000 euros and the cook 70,000", "310 euros, a larger one 4,100"
    let joined = |back: usize| matches!(words.before(at, back), "and" | "," | ";");
    let article = |back: usize| matches!(words.before(at, back), "the" | "a" | "an" | "his" | "her" | "their");
    let named = words.noun(at.wrapping_sub(1)) && !words.before(at, 1).ends_with("ed");
    let apposed = words.pauses(end)
        && (named && article(2) && joined(3) || before == "one" && joined(4) && article(3))
        && !matches!(unit, Unit::Time { .. });
    // "brought in £388,000, moorings 141,000", "one for £64,000, another, 22,000"
    let listed = sum
        && words.pauses(end)
        && (is_name_of_sum(words, at) && joined(2) || before == "," && words.before(at, 2) == "another");
    // "190C (170 with a fan)", "41,000 cubic metres of 60,000"
    let beside = matches!(before, "(" | "of") && behind + 1 == at && (before == "(" || words.pauses(end));
    // "walks at 3 km/h (was: 5)"
    let was = |back: usize| words.before(at, back) == "was" && words.before(at, back + 1) == "(";
    let beside = beside || was(1) && behind + 2 == at || before == ":" && was(2) && behind + 3 == at;
    // "A lorry of 26 tonnes came, and the limit is 18."
    let limited = matches!(before, "is" | "was" | "be") && words.pauses(end) && !matches!(unit, Unit::Time { .. });
    // "16 euros, and 18 above"
    let above = matches!(next, "above" | "below") && words.pauses(end + 1) && joined(1);
    back && sum || same || compared || moved || priced || apposed || listed || beside || limited || above
}

/// Whether a noun stands right before the number at `at`, and no verb that many forms of are alike.
fn is_name_of_sum(words: Words<'_>, at: usize) -> bool {
    let word = words.before(at, 1);
    let verb = word.ends_with("ed")
        || word.ends_with("ing")
        || matches!(
            word,
            "hurt" | "left" | "sent" | "sold" | "drew" | "saw" | "won" | "lost" | "cut" | "hit" | "met" | "held"
        );
    words.noun(at.wrapping_sub(1)) && !verb
}

/// "The report asks for cuts of 30 percent. Several towns want 45.", "Bake it for 30 minutes. Rest it for ten.": the number that
/// has the unit stands in the sentence before, which has no other.
fn is_of_last_sentence(words: Words<'_>, at: usize, end: usize) -> bool {
    if !words.pauses(end)
        || (1..at).take_while(|&back| !words.before(at, back).is_empty()).any(|back| words.is_number(at - back))
    {
        return false;
    }
    let Some(last) = words.last_sentence() else { return false };
    let Some(Measured { first, unit, .. }) = measured_before(last, last.end()) else { return false };
    let before = words.before(at, 1);
    let asked = matches!(before, "want" | "wants" | "wanted" | "get" | "gets" | "got")
        || before == "for" && matches!(words.before(at, 2), "ask" | "asks" | "asked");
    let same = before == "for" && last.before(first, 1) == "for" && matches!(unit, Unit::Time { .. });
    asked || same
}

/// A number with a unit: its first token, the one behind both, and the unit.
struct Measured {
    first: usize,
    behind: usize,
    unit: Unit,
}

/// Whether nothing that a number could count, no verb and no "of" stands at `end`.
fn is_open(words: Words<'_>, end: usize) -> bool {
    if words.pauses(end) {
        return true;
    }
    let counted = matches!(
        words.word(end),
        "of" | "were"
            | "was"
            | "are"
            | "is"
            | "have"
            | "has"
            | "had"
            | "who"
            | "more"
            | "other"
            | "will"
            | "would"
            | "did"
            | "do"
            | "said"
            | "per"
    );
    words::is_function_word(words.word(end)) && !counted && !words.glued(end)
}

/// The nearest number before `at` in the sentence that is no year, no age and no part of a date, where it has a unit.
fn measured_before(words: Words<'_>, at: usize) -> Option<Measured> {
    let spelled = |at: usize| words.is_word(at) && (small(words.word(at)).is_some() || scale(words.word(at)).is_some());
    let number = |at: usize| words.is_number(at) || spelled(at) && words.word(at) != "a";
    let mut back = 1;
    while back <= BACK && back <= at {
        let mut first = at - back;
        if words.word(first).is_empty() {
            return None;
        }
        if !number(first) {
            back += 1;
            continue;
        }
        while first > 0
            && (number(first - 1)
                || matches!(words.word(first - 1), "." | ",") && words.glued(first) && first > 1 && number(first - 2))
        {
            first -= 1;
        }
        let sign = first.checked_sub(1).filter(|&before| matches!(words.word(before), "$" | "€" | "£"));
        let start = sign.unwrap_or(first);
        match stated(words, start) {
            Some((Stated { unit: Some(Unit::Time { old: true, .. }), .. }, _)) => {}
            Some((Stated { unit: Some(unit), article: false, .. }, behind)) => {
                return Some(Measured { first: start, behind, unit });
            }
            Some((Stated { unit: None, amount, .. }, end)) if !is_passed_over(words, first, end, &amount) => {
                return None;
            }
            _ => {}
        }
        back = at - start + 1;
    }
    None
}

/// A year, an age behind a name, a part of a date or of an hour.
fn is_passed_over(words: Words<'_>, first: usize, end: usize, amount: &Amount) -> bool {
    let dated = |at: usize| calendar_word(words.word(at)).is_some() && words.capital(at);
    is_year(amount.number)
        || told_age::is_aside(words, first, end)
        || dated(end)
        || first > 0 && dated(first - 1)
        || amount.number == Decimal::ONE
}

/// "The bill was 64 million.", "spent a further 7 million on the pier": millions of a currency that stands elsewhere.
fn is_large_sum(words: Words<'_>, at: usize, amount: &Amount, end: usize) -> bool {
    let large = amount.number >= Decimal::from(100_000)
        && end.checked_sub(1).is_some_and(|last| {
            scale(words.word(last)).is_some_and(|scale| scale >= 6)
                || matches!(words.word(last), "bn" | "m" | "mn" | "tn")
        });
    large && (1..=SUMS_BACK).any(|back| SUMS.contains(&words.before(at, back)))
}

/// How many tokens before millions the word may stand that makes a sum of them.
const SUMS_BACK: usize = 12;

/// "My ticket costs 130 and", "They will pay 14,200 each.", "Salt costs us 35,"
fn is_paid(words: Words<'_>, at: usize, end: usize) -> bool {
    let whom = usize::from(matches!(words.before(at, 1), "us" | "me" | "them" | "him" | "her" | "you"));
    let paid = matches!(words.before(at, 1 + whom), "cost" | "costs" | "costing" | "pay" | "pays" | "paid" | "paying")
        || whom == 1 && matches!(words.before(at, 2), "offered" | "charged" | "fined" | "owes" | "owe");
    paid && (words.pauses(end)
        || matches!(words.word(end), "and" | "for" | "each" | "less" | "a" | "or" | "but" | "in"))
}

/// "She sailed 2,710, though", "it lasts 40.", "gusting 60", "an interval of fifteen.": what is measured and not counted.
fn is_gone(words: Words<'_>, at: usize, end: usize) -> bool {
    let verb = matches!(
        words.before(at, 1),
        "sailed" | "weighs" | "weighed" | "measures" | "measured" | "lasts" | "lasted" | "gusting" | "gusts"
    );
    let pause =
        words.before(at, 1) == "of" && matches!(words.before(at, 2), "interval" | "break" | "pause" | "wait" | "delay");
    (verb || pause) && words.pauses(end)
}

/// What is counted and told without a noun behind its number: where one stands between, no unit is passed on.
#[rustfmt::skip]
const TALLIES: &[&str] = &[
    "toll", "number", "numbers", "dead", "deaths", "injured", "missing", "victims", "staff", "workforce", "population",
    "attendance", "crowd", "membership", "passengers", "homes", "people", "jobs", "killed", "killing", "kills", "injuring",
    "wounded", "wounding", "members", "count", "tally", "turnout", "employs", "employ", "employed", "score", "total", "crew",
    "votes", "seats", "goals", "answer", "age", "temperature",
];

/// Verbs of changing something to another measure.
#[rustfmt::skip]
const MOVED: &[&str] = &[
    "cut", "back", "reduced", "raised", "rose", "rise", "rises", "fell", "fall", "falls", "down", "dropped", "increased",
    "extended", "widened", "shortened", "lowered", "grew", "risen", "fallen", "grow", "slowed",
];

/// Words of which millions behind them are a sum.
#[rustfmt::skip]
const SUMS: &[&str] = &[
    "cost", "costs", "costing", "bill", "price", "priced", "budget", "valuation", "valued", "worth", "paid", "pays", "pay",
    "paying", "spend", "spends", "spent", "spending", "debt", "turnover", "revenue", "profit", "loss", "losses", "offer", "bid",
    "estimate", "purse", "contingency", "fund", "fine", "fined", "contract", "earnings", "earned", "invested", "investment",
    "raised", "loan", "loans", "dividend", "fee", "figure", "sales", "sum", "forecast", "bought", "outlay", "overspend", "damages",
];
