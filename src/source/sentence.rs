//! Sentences: the reach of gaps and of most guards.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::prose::{BlockKind, Prose};
use super::token::{Token, TokenKind, Tokens};

/// A sentence: a run of tokens inside one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, half-open.
    pub tokens: Range<u32>,
    /// The block it stands in.
    pub block: u32,
}

/// Cuts every block into sentences. A row of a table is one sentence.
#[must_use]
pub fn sentences(prose: &Prose, tokens: &Tokens) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let list = tokens.list();
    let mut at = 0;
    for (block, here) in prose.blocks().iter().enumerate() {
        while list.get(at).is_some_and(|token| token.span.start < here.span.start) {
            at += 1;
        }
        let first = at;
        while list.get(at).is_some_and(|token| token.span.end <= here.span.end) {
            at += 1;
        }
        let mut start = first;
        let mut add = |end: usize| {
            if start < end {
                sentences.push(Sentence { tokens: start as u32..end as u32, block: block as u32 });
                start = end;
            }
        };
        if !matches!(here.kind, BlockKind::Row { .. }) {
            Reader { prose, tokens, end: at }.ends(first, &mut add);
        }
        add(at);
    }
    sentences
}

/// One block, read for the ends of its sentences.
struct Reader<'a> {
    prose: &'a Prose,
    tokens: &'a Tokens,
    /// The token behind the block.
    end: usize,
}

impl Reader<'_> {
    /// Calls `found` with the token behind each sentence but perhaps the last.
    fn ends(&self, first: usize, found: &mut impl FnMut(usize)) {
        let mut at = first;
        // Whether a straight quote has been opened; a straight quote behind a full stop closes only then.
        let mut open = false;
        while at < self.end {
            let Some(stop) = self.stop(at) else {
                open ^= self.token(at).kind == TokenKind::Mark && self.is_straight_quote(at);
                at += 1;
                continue;
            };
            let mut behind = at + 1;
            while behind < self.end && self.token(behind).glued && self.stop(behind).is_some_and(|s| s != Stop::Letters)
            {
                behind += 1;
            }
            let closers = behind;
            while behind < self.end && self.closes(behind, open) {
                open &= !self.is_straight_quote(behind);
                behind += 1;
            }
            let quoted = (closers..behind).any(|closer| self.tokens.word(closer) != ")");
            if behind == self.end || self.ends_here(at, stop, closers, behind, quoted) {
                found(behind);
            }
            at = behind;
        }
    }

    /// Whether the stop at `at`, with its closing marks up to `next`, ends a sentence before the token `next`.
    fn ends_here(&self, at: usize, stop: Stop, closers: usize, next: usize, quoted: bool) -> bool {
        let follower = self.token(next);
        let capital = self.is_capital(next);
        let starter = capital && self.is_starter(next);
        // A straight quote that closed something has been taken already.
        let opens = stop != Stop::Letters && matches!(self.raw(next), "“" | "\"");
        if follower.glued && !opens && !(capital && self.ends_unspaced(at, stop, next, starter, closers < next)) {
            return false;
        }
        let lower = follower.kind == TokenKind::Word && !capital;
        if stop == Stop::Point && closers == next && self.is_in_date(at, next) {
            return false;
        }
        match stop {
            // "in the U.S. The …", but "the U.S. Senate", "at 7 p.m. Tokyo time".
            Stop::Letters => starter,
            Stop::Point if closers == at + 1 => match self.before(at) {
                Before::Nothing | Before::Title => false,
                Before::Number => follower.kind != TokenKind::Number && !lower,
                Before::Abbreviation | Before::Initial => starter,
                Before::Word { long } => {
                    if lower {
                        // A lower-case word after a point is a slip of the pen where the point ends a common word.
                        long && closers == next
                    } else {
                        self.may_follow(next)
                    }
                }
            },
            // "…", "?!" and whatever ends on them.
            _ if lower => false,
            // “Is it over?” Ann asked.
            Stop::Call if quoted && capital && !starter && self.is_attribution(next) => false,
            _ => self.may_follow(next),
        }
    }

    /// Whether a sentence ends although no blank follows: `unbalanced.According`, but not `Node.js`, `Example.com`.
    fn ends_unspaced(&self, at: usize, stop: Stop, next: usize, starter: bool, closed: bool) -> bool {
        let follower = self.raw(next);
        let word = follower.chars().nth(1).is_some_and(char::is_lowercase);
        let before = at.checked_sub(1).filter(|_| self.token(at).glued).map(|last| self.raw(last));
        let lower = before.is_some_and(|raw| raw.ends_with(|c: char| c.is_lowercase() || c.is_numeric()));
        match stop {
            Stop::Letters => starter,
            _ => closed || starter || (word && lower),
        }
    }

    /// What kind of stop the token at `at` is.
    #[inline]
    fn stop(&self, at: usize) -> Option<Stop> {
        let token = self.token(at);
        let last = self.prose.text().as_bytes()[token.span.end as usize - 1];
        match token.kind {
            TokenKind::Word => (last == b'.').then_some(Stop::Letters),
            TokenKind::Number => None,
            TokenKind::Mark if last.is_ascii() => match last {
                b'.' => Some(Stop::Point),
                b'!' | b'?' => Some(Stop::Call),
                _ => None,
            },
            TokenKind::Mark => match self.tokens.word(at) {
                "。" => Some(Stop::Point),
                "！" | "？" => Some(Stop::Call),
                "…" => Some(Stop::Ellipsis),
                _ => None,
            },
        }
    }

    /// Whether the mark at `at` closes a quote or a bracket behind a stop.
    fn closes(&self, at: usize, open: bool) -> bool {
        let token = self.token(at);
        if token.kind != TokenKind::Mark {
            return false;
        }
        match self.raw(at) {
            // An open quote is closed even behind a blank, unless words follow without one.
            "\"" => open && (token.glued || at + 1 == self.end || !self.token(at + 1).glued),
            _ if !token.glued => false,
            "”" | "’" | "»" | ")" | "]" | "}" => true,
            "'" => at + 1 == self.end || !self.token(at + 1).glued || self.tokens.word(at + 1) == "\"",
            _ => false,
        }
    }

    /// Whether the point at `at` stands inside a date: "16. November 2031", "on October. 2, they met". A number that
    /// counts what follows it begins a sentence: "in October. 2 people came".
    fn is_in_date(&self, at: usize, next: usize) -> bool {
        let Some(last) = at.checked_sub(1).filter(|_| self.token(at).glued) else { return false };
        let day = |at: usize| {
            let digits = at < self.end && self.token(at).kind == TokenKind::Number && self.raw(at).len() <= 2;
            digits && self.raw(at).parse().is_ok_and(|day: u32| (1..=31).contains(&day))
        };
        let month = |at: usize| {
            let word = self.tokens.word(at);
            let short = ABBREVIATIONS.contains_key(word) && word.len() >= 3;
            self.is_capital(at)
                && (MONTHS.contains(&word) || short && MONTHS.iter().any(|month| month.starts_with(word)))
        };
        let year = |at: usize| at < self.end && self.token(at).kind == TokenKind::Number && self.raw(at).len() == 4;
        let point = |at: usize| usize::from(at < self.end && self.tokens.word(at) == ".");
        if day(next) {
            let behind = next + 1;
            // "1. It opened in May. 2. It closed" counts its points.
            let ends = behind == self.end
                || behind + 1 == self.end && self.stop(behind).is_some()
                || matches!(self.tokens.word(behind), "," | ";" | ")");
            return month(last) && (ends || year(behind));
        }
        // A sentence that ends on a small number goes on with a month and its year only by chance.
        day(last) && month(next) && year(next + 1 + point(next + 1))
    }

    /// What the point at `at` stands behind.
    fn before(&self, at: usize) -> Before {
        let Some(last) = at.checked_sub(1).filter(|_| self.token(at).glued) else {
            return Before::Word { long: false };
        };
        if self.token(last).kind != TokenKind::Word {
            return Before::Word { long: false };
        }
        let (raw, word) = (self.raw(last), self.tokens.word(last));
        let capital = self.is_capital(last);
        if capital && raw.chars().nth(1).is_none() {
            return Before::Initial;
        }
        // "Ada Brandt (b. Kelm, 1938)": such a letter alone is the end of a word elsewhere.
        let bracket = last.checked_sub(1).is_some_and(|open| self.tokens.word(open) == "(");
        if bracket && matches!(raw, "b" | "d") {
            return Before::Nothing;
        }
        let listed = if raw.len() <= LONGEST_ABBREVIATION { ABBREVIATIONS.get(word) } else { None };
        match listed {
            Some((kind, false)) => *kind,
            Some((kind, true)) if capital => *kind,
            _ => Before::Word { long: !capital && word.len() >= 4 },
        }
    }

    /// Whether a sentence can begin with the token at `at`, lower-case words aside: with no mark that goes on.
    fn may_follow(&self, at: usize) -> bool {
        !(self.token(at).kind == TokenKind::Mark && matches!(self.tokens.word(at), "," | ";" | ":" | ")" | "]" | "%"))
    }

    /// Whether the capitalised word at `at` commonly begins sentences; `A.` and `I.` are initials.
    fn is_starter(&self, at: usize) -> bool {
        let word = self.tokens.word(at);
        let initial =
            word.len() == 1 && at + 1 < self.end && self.token(at + 1).glued && self.tokens.word(at + 1) == ".";
        !initial && STARTERS.contains_key(word)
    }

    /// Whether the name at `at` is that of a speaker: a verb of saying follows within a few words.
    fn is_attribution(&self, at: usize) -> bool {
        let words = at + 1..self.end.min(at + 6);
        words.take_while(|&word| self.stop(word).is_none()).any(|word| SAYING.contains(&self.tokens.word(word)))
    }

    fn is_straight_quote(&self, at: usize) -> bool {
        self.prose.text().as_bytes()[self.token(at).span.start as usize] == b'"'
    }

    fn is_capital(&self, at: usize) -> bool {
        self.token(at).capital
    }

    fn token(&self, at: usize) -> &Token {
        &self.tokens.list()[at]
    }

    fn raw(&self, at: usize) -> &str {
        self.prose.slice(self.token(at).span)
    }
}

/// A token that may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// A point of its own.
    Point,
    /// The last point of an abbreviation of single letters, part of its word.
    Letters,
    /// `!` or `?`.
    Call,
    /// `…`.
    Ellipsis,
}

/// What a point stands behind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// An abbreviation that wants something behind it that is no sentence: `vs.`, `approx.`
    Nothing,
    /// A title, which goes before a name.
    Title,
    /// An abbreviation that goes before a number, and is a common word elsewhere: `No.`
    Number,
    /// Any other abbreviation.
    Abbreviation,
    /// A single capital letter.
    Initial,
    /// Any other word, number or mark; `long` where it is a word in small letters that is no likely abbreviation.
    Word { long: bool },
}

/// Bytes of the longest abbreviation below.
const LONGEST_ABBREVIATION: usize = 6;

/// Abbreviations, and whether they are ones only with a capital letter (`Sun.`, but not `sun.`). As the AP and the
/// Guardian write them, with and without their own kin.
static ABBREVIATIONS: LazyLock<FxHashMap<&str, (Before, bool)>> = LazyLock::new(|| {
    let lists = [
        (Before::Nothing, false, "vs cf ca approx viz incl"),
        (
            Before::Title,
            true,
            "mr mrs ms mx dr prof gen col lt maj capt cpl sgt pvt adm cmdr cdr brig rev fr hon sen rep reps sens gov \
             govs pres sec amb msgr supt insp det messrs mme mlle sra dra atty lieut",
        ),
        (Before::Number, false, "no nos nr vol vols pp fig figs ch sect art para rs op c"),
        (
            Before::Abbreviation,
            true,
            "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun \
             ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa \
             penn tenn tex va vt wash wis wyo ont que alta inc corp co cos ltd bros plc llc st ste mt ft ave blvd rd sq \
             jr sr esq ph dept univ assn assoc dist gov hwy",
        ),
        (Before::Abbreviation, false, "etc al est ext tel min max hr hrs lb lbs oz"),
    ];
    let mut table = FxHashMap::default();
    for (kind, capital, words) in lists {
        for word in words.split_whitespace() {
            table.entry(word).or_insert((kind, capital));
        }
    }
    table
});

/// Words that begin sentences so often, and names so seldom, that an abbreviation before them ends one.
static STARTERS: LazyLock<FxHashMap<&str, ()>> = LazyLock::new(|| {
    "a about according across after again against all along already also although amid among an and another any around \
     as asked at because before behind below besides between both but by can could despite did do does don't during each \
     earlier either even every everyone few finally first following for former four from further given had has have he \
     her here hers his how however i i'm i've if in indeed initially inside instead into is it it's its just last lastly \
     later less many may meanwhile more moreover most much my near nearly neither never nevertheless next no nobody none \
     nor not nothing now of officials on once one only or other others our out over overall perhaps police previously \
     rather recently residents second security several she should similarly since so some someone soon still such that \
     that's the their then there there's thereafter therefore these they they're thirdly this those though three through \
     throughout thus to today together tomorrow tonight too two under unlike until upon was we we're were what what's when \
     where whether which while who whose why will with within without would yesterday yet you your"
        .split_whitespace()
        .map(|word| (word, ()))
        .collect()
});

/// The months written out.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Verbs that name a speaker.
const SAYING: [&str; 16] = [
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "tells",
    "added",
    "wrote",
    "writes",
    "replied",
    "shouted",
    "wondered",
    "answered",
    "recalled",
    "insisted",
    "exclaimed",
];

#[cfg(test)]
mod tests {
    use crate::source::outline;

    /// Sentences are divided by ` / `.
    #[track_caller]
    fn check(expected: &str) {
        let text = expected.replace(" / ", " ");
        assert_eq!(outline::sentences(&text), expected);
    }

    /// The same where the text has no blank between its sentences.
    #[track_caller]
    fn check_unspaced(expected: &str) {
        let text = expected.replace(" / ", "");
        assert_eq!(outline::sentences(&text), expected);
    }

    #[test]
    fn points_calls_and_questions_end_a_sentence() {
        check("It rained. / We stayed! / Who left? / Nobody.");
        check("It rained ... / Then it stopped … / It was 7 p.m.");
        check("What?! / Yes. / 14 people came. / $3 each.");
        check("It ended in 2019. / In 2020 it began again.");
    }

    #[test]
    fn closing_marks_belong_to_the_sentence_before_them() {
        check("“We won.” / She left. / (It was late.) / He stayed.");
        check("He said: \"We won.\" / \"They lost.\" / So it was.");
        check("\"We won. \" / She left. / \"They lost. \"");
        check("She said 'no.' / He said \"‘Yes.’\" / End.");
        check("It grew (see above). / Then it fell.");
    }

    #[test]
    fn a_quote_inside_a_sentence_does_not_end_it() {
        check("“We won,” he said. / “Did they?” she asked. / “They did!” Ann Lee told us.");
        check(
            "“Is it over?” President Bo Lind asked reporters. / “Is it?” The answer was no."
                .replace("” The", "” / The")
                .as_str(),
        );
        check("“So it is.” and other phrases were heard.");
    }

    #[test]
    fn abbreviations_end_a_sentence_only_before_words_that_begin_one() {
        check("The U.S. Senate met. / He left the U.S. / The rest stayed.");
        check("It began at 7 p.m. Tokyo time. / It ended at 9 p.m. / On Monday it went on.");
        check("On Oct. 27 Acme Inc. and Example Corp. sued. / They work for Acme Inc. / But not for long.");
        check("On Sun. Ann left. / He sat in the sun. / Police came.");
        check("It lies in St. Paul, Minn. / A river runs by.");
        check("Ships, boats etc. were lost. / She has a Ph.D. in law.");
    }

    #[test]
    fn titles_and_comparisons_never_end_a_sentence() {
        check("Mr. An met Gen. So and Gov. The of Lind. / Then Dr. But came.");
        check("It was Acme vs. The Town, e.g. in court, approx. ten times.");
        check("Ann Berg (b. Kelm, 1938) and Bo Lind (d. 1940) met. / It was plan b. / Then came plan c.");
    }

    #[test]
    fn numbers_follow_their_abbreviations() {
        check("He is No. 5 here. / The answer was no. / Ten came.");
        check("See vol. 3 and pp. 4 to 6.");
    }

    #[test]
    fn a_point_inside_a_date_does_not_end_a_sentence() {
        check("It opened on 16. Nov. 2031 at last. / It shut on October. 2");
        check("It opened on October. 2, they say.");
        check("It opened in October. / 2 people came.");
        check("The score was 16. / May was wet.");
        check("It opened in May. / 2. / It shut.");
    }

    #[test]
    fn initials_do_not_end_a_sentence() {
        check("Ann J. Smith and J. A. Berg met J.R.R. Lund. / B. Lund spoke.");
        check("It was vitamin C. / The dose was small.");
    }

    #[test]
    fn decimals_and_names_of_the_web_are_no_ends() {
        check("It rose by 2.5 percent to 3.20 euros. / Fine.");
        check("Example.com and Node.js ran v1.2 on 27.10.2025 there. / Yahoo! said so.");
    }

    #[test]
    fn sloppy_writing_ends_sentences_without_a_blank() {
        check_unspaced("It was unbalanced. / According to him it fell. / The end.");
        check_unspaced("It met the EU. / The rest left. / “So it is.” / Then he went.");
        check_unspaced("He left. / \"So it is,\" she said.");
        check("The U.S.Embassy, e.g.Lind, opened at 9 a.m.sharp.");
        check("They run long chains. / both of them here.");
    }

    #[test]
    fn a_row_is_one_sentence() {
        assert_eq!(outline::sentences("| It rained. | We stayed. |"), "| It rained. | We stayed. |");
    }
}
