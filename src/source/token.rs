//! Words, numbers and marks: the units in which everything above reads.

use smol_str::SmolStr;

use super::span::Span;

/// A unit of text. White space is no token; [`Token::glued`] tells where there was none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the prose.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Whether it follows the token before it without a blank.
    pub glued: bool,
    /// Whether it is a word that begins with a capital letter.
    pub capital: bool,
    /// Whether its folded form is ASCII.
    pub ascii: bool,
    /// The [`hash`] of its folded form.
    hash: u32,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with digits and apostrophes inside them: `visit`, `U.S.`, `don’t`, `G20`. A possessive `’s` is a word of its own.
    Word,
    /// Digits with their separators: `18,000`, `2.5`, `2025`.
    Number,
    /// One character of anything else: `,`, `$`, `%`, `-`, `|`. Kin are folded: `–` to `-`, `’` to `'`, `“` to `"`.
    Mark,
}

/// The tokens of a text, in order.
#[derive(Debug, Default)]
pub struct Tokens {
    list: Vec<Token>,
    /// The folded form of each token, which is asked for some twenty times: a word of up to 23 bytes lies here itself, while
    /// each slice of a longer text would ask anew whether it begins and ends between two characters.
    words: Vec<SmolStr>,
}

impl Tokens {
    /// Cuts `text` into tokens.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let room = text.len() / 4;
        let mut tokens = Self { list: Vec::with_capacity(room), words: Vec::with_capacity(room) };
        let folded = text.to_ascii_lowercase();
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut end_of_last = usize::MAX;
        while let Some(&byte) = bytes.get(at) {
            if matches!(byte, b' ' | b'\n') {
                at += 1;
                continue;
            }
            let glued = end_of_last == at;
            // Nearly every token is one of these.
            let plain = match byte {
                b'a'..=b'z' | b'A'..=b'Z' => plain_word(&bytes[at..]).map(|(len, hash)| (TokenKind::Word, len, hash)),
                b'0'..=b'9' => {
                    let len = number_len(&bytes[at..]);
                    Some((TokenKind::Number, len, hash(&bytes[at..at + len])))
                }
                // An apostrophe may belong to a word.
                b'\'' => None,
                _ => byte.is_ascii_punctuation().then(|| (TokenKind::Mark, 1, hash(&[byte]))),
            };
            if let Some((kind, len, hash)) = plain {
                let span = Span::new(at as u32, (at + len) as u32);
                let capital = byte.is_ascii_uppercase();
                tokens.list.push(Token { span, kind, glued, capital, ascii: true, hash });
                tokens.words.push(SmolStr::new(&folded[at..at + len]));
                at += len;
                end_of_last = at;
                continue;
            }
            let rest = &text[at..];
            let first = rest.chars().next().expect("a byte of a text belongs to a character");
            if is_blank(first) {
                at += first.len_utf8();
                continue;
            }
            let (kind, len) = if is_apostrophe(first) && end_of_last == at && possessive_len(rest) > 0 {
                (TokenKind::Word, possessive_len(rest))
            } else if first.is_alphanumeric() {
                (TokenKind::Word, word_len(rest))
            } else {
                (TokenKind::Mark, first.len_utf8())
            };
            tokens.add(&rest[..len], kind, at, glued);
            at += len;
            end_of_last = at;
        }
        tokens
    }

    /// The tokens.
    #[must_use]
    #[inline]
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// A token in lower case with kin of marks made one: what words are compared by. Empty behind the last token.
    #[must_use]
    #[inline]
    pub fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", SmolStr::as_str)
    }

    /// The [`hash`] of [`Self::word`].
    #[must_use]
    #[inline]
    pub fn hash(&self, at: usize) -> u32 {
        self.list[at].hash
    }

    fn add(&mut self, raw: &str, kind: TokenKind, at: usize, glued: bool) {
        let span = Span::new(at as u32, (at + raw.len()) as u32);
        let word: SmolStr = raw.chars().filter(|&c| c != SOFT_HYPHEN).flat_map(|c| fold(c).to_lowercase()).collect();
        let capital = kind == TokenKind::Word && raw.starts_with(char::is_uppercase);
        self.list.push(Token { span, kind, glued, capital, ascii: word.is_ascii(), hash: hash(word.as_bytes()) });
        self.words.push(word);
    }
}

/// A hash of a folded word: FNV-1a in 32 bits, so that it can be made byte by byte while a word is cut from its text.
#[must_use]
pub fn hash(word: &[u8]) -> u32 {
    word.iter().fold(FNV_OFFSET, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(FNV_PRIME))
}

/// Figures of FNV-1a by its authors (Fowler, Noll, Vo).
const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

/// Where a word may be broken; it is no part of the word.
const SOFT_HYPHEN: char = '\u{ad}';

/// White space, and what is not seen at all: marks of direction, blanks of no width, and soft hyphens outside words.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, SOFT_HYPHEN | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// Makes the typographic kin of a mark one with its plain form.
fn fold(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '＇' => '\'',
        '“' | '”' | '„' | '«' | '»' | '‟' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        other => other,
    }
}

fn is_apostrophe(c: char) -> bool {
    fold(c) == '\''
}

/// Length in bytes of a possessive `'s` at the start of `text`, else 0.
fn possessive_len(text: &str) -> usize {
    let mut chars = text.char_indices();
    let (Some((_, mark)), Some((s, letter))) = (chars.next(), chars.next()) else { return 0 };
    let ends = chars.next().is_none_or(|(_, next)| !next.is_alphanumeric());
    if is_apostrophe(mark) && matches!(letter, 's' | 'S') && ends { s + 1 } else { 0 }
}

/// Length of the digits at the start of a text, with `,` before three (or, in the Indian style, two) digits and `.` before digits inside.
fn number_len(bytes: &[u8]) -> usize {
    let digits = |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut len = digits(0);
    while bytes.get(len) == Some(&b',') && matches!(digits(len + 1), 2 | 3) && len <= 18 {
        let group = digits(len + 1);
        // Two digits are a group only where another group follows: "2,50,000", but not "in 1998,27 people".
        if group == 2 && !(bytes.get(len + 3) == Some(&b',') && matches!(digits(len + 4), 2 | 3)) {
            break;
        }
        len += 1 + group;
    }
    if bytes.get(len) == Some(&b'.') && digits(len + 1) > 0 {
        len += 1 + digits(len + 1);
    }
    len
}

/// Length and hash of the word of plain letters and digits at the start of a text, the most common token, where nothing
/// behind it could belong to it.
fn plain_word(bytes: &[u8]) -> Option<(usize, u32)> {
    let mut hash = FNV_OFFSET;
    let mut len = 0;
    for &byte in bytes {
        let folded = FOLDED[byte as usize];
        if folded == 0 {
            break;
        }
        hash = (hash ^ u32::from(folded)).wrapping_mul(FNV_PRIME);
        len += 1;
    }
    let behind = bytes.get(len).copied().unwrap_or(b' ');
    let alone = behind.is_ascii() && behind != b'\'' && (behind != b'.' || len > 1);
    alone.then_some((len, hash))
}

/// ASCII letters and digits in lower case, 0 for any other byte.
const FOLDED: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            folded[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// Length of the word at the start of `text`: letters and digits, an apostrophe between letters that is no possessive,
/// and the points of an abbreviation like `U.S.`.
fn word_len(text: &str) -> usize {
    let dotted = dotted_len(text);
    if dotted > 0 {
        return dotted;
    }
    let mut len = 0;
    for (at, c) in text.char_indices() {
        let inside = c.is_alphanumeric()
            || is_combining(c)
            || (is_apostrophe(c)
                && possessive_len(&text[at..]) == 0
                && text[at + c.len_utf8()..].chars().next().is_some_and(char::is_alphabetic));
        if !inside {
            break;
        }
        len = at + c.len_utf8();
    }
    len
}

/// Length of single letters each followed by a point, at least two of them (`U.S.`, `p.m.`, `J.R.R.`), else 0.
fn dotted_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut len = 0;
    while bytes.get(len).is_some_and(u8::is_ascii_alphabetic) && bytes.get(len + 1) == Some(&b'.') {
        len += 2;
    }
    // "U.S.Embassy": the last letter pair must not be the start of a longer word.
    if len >= 4 { len } else { 0 }
}

/// Combining marks and the joiners that stand inside words, a soft hyphen among them.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | SOFT_HYPHEN | '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{TokenKind, Tokens};

    /// Tokens are shown by their folded form, with `+` before one that follows without a blank.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = Tokens::of(text);
        let shown: Vec<_> = (0..tokens.list().len())
            .map(|at| format!("{}{}", if tokens.list()[at].glued { "+" } else { "" }, tokens.word(at)))
            .collect();
        assert_eq!(shown.join(" "), expected, "{text}");
    }

    #[test]
    fn words_keep_their_apostrophes_and_give_up_their_possessives() {
        check("Don’t, O'Neill", "don't +, o'neill");
        check("Norway’s coast; the states’ rights", "norway +'s coast +; the states +' rights");
        check("G20 and COVID-19", "g20 and covid +- +19");
        check("ÉLAN naïve İz", "élan naïve i̇z");
    }

    #[test]
    fn abbreviations_of_single_letters_are_one_word() {
        check("the U.S. and", "the u.s. and");
        check("U.S.-led, 7 p.m. sharp", "u.s. +- +led +, 7 p.m. sharp");
        check("U.S.Embassy", "u.s. +embassy");
        check("plan B. A way", "plan b +. a way");
    }

    #[test]
    fn numbers_keep_separators_between_digits_alone() {
        check("18,000 or 2.5, 2025.", "18,000 or 2.5 +, 2025 +.");
        check("2,50,000 people in 1998,27 of them", "2,50,000 people in 1998 +, +27 of them");
        check("$3.20-4", "$ +3.20 +- +4");
        check("21st 7:30", "21 +st 7 +: +30");
    }

    #[test]
    fn marks_are_folded_to_their_plain_kin() {
        check("“so” – ‘it’ … |", "\" +so +\" - ' +it +' … |");
    }

    #[test]
    fn what_is_not_seen_is_no_token() {
        check("a\u{200b}b \u{feff}c \u{ad} d", "a b c d");
        check("govern\u{ad}ment", "government");
    }

    #[test]
    fn kinds_are_told_by_the_first_character() {
        let kinds: Vec<_> = Tokens::of("a1 1a ½ %").list().iter().map(|token| token.kind).collect();
        let (word, number, mark) = (TokenKind::Word, TokenKind::Number, TokenKind::Mark);
        assert_eq!(kinds, [word, number, word, word, mark]);
    }

    #[test]
    fn capitals_and_letters_beyond_ascii_are_told_of_the_token() {
        let tokens = Tokens::of("Lind lind Élan U.S. ’S 5 \u{ad} don’t");
        let told: Vec<_> = tokens.list().iter().map(|token| (token.capital, token.ascii)).collect();
        let expected = [(true, true), (false, true), (true, false), (true, true), (false, true)];
        assert_eq!(told[..5], expected, "{:?}", (0..told.len()).map(|at| tokens.word(at)).collect::<Vec<_>>());
        assert_eq!(told.last(), Some(&(false, true)));
    }

    proptest! {
        #[test]
        fn any_text_is_covered_by_tokens_and_blanks(text in any::<String>()) {
            let tokens = Tokens::of(&text);
            let mut end = 0;
            for token in tokens.list() {
                let between = &text[end..token.span.range().start];
                assert!(between.chars().all(super::is_blank));
                assert!(!text[token.span.range()].is_empty());
                assert_eq!(token.glued, between.is_empty() && end > 0);
                end = token.span.range().end;
            }
            assert!(text[end..].chars().all(super::is_blank));
        }
    }
}
