//! Words, numbers and marks: the units in which everything above reads.

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
    /// Where its folded form stands in [`Tokens::folded`].
    folded: Span,
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
    folded: String,
}

impl Tokens {
    /// Cuts `text` into tokens.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut tokens = Self { list: Vec::with_capacity(text.len() / 5), folded: String::with_capacity(text.len()) };
        let mut at = 0;
        let mut end_of_last = usize::MAX;
        while let Some(first) = text[at..].chars().next() {
            let rest = &text[at..];
            if first.is_whitespace() {
                at += first.len_utf8();
                continue;
            }
            let (kind, len) = if first.is_ascii_digit() {
                (TokenKind::Number, number_len(rest))
            } else if is_apostrophe(first) && end_of_last == at && possessive_len(rest) > 0 {
                (TokenKind::Word, possessive_len(rest))
            } else if first.is_alphanumeric() {
                (TokenKind::Word, word_len(rest))
            } else {
                (TokenKind::Mark, first.len_utf8())
            };
            tokens.add(&rest[..len], kind, at, end_of_last == at);
            at += len;
            end_of_last = at;
        }
        tokens
    }

    /// The tokens.
    #[must_use]
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// A token in lower case with kin of marks made one: what words are compared by.
    #[must_use]
    pub fn word(&self, at: usize) -> &str {
        &self.folded[self.list[at].folded.range()]
    }

    fn add(&mut self, raw: &str, kind: TokenKind, at: usize, glued: bool) {
        let start = self.folded.len() as u32;
        if raw.is_ascii() {
            self.folded.push_str(raw);
            self.folded[start as usize..].make_ascii_lowercase();
        } else {
            self.folded.extend(raw.chars().flat_map(|c| fold(c).to_lowercase()));
        }
        let folded = Span::new(start, self.folded.len() as u32);
        let span = Span::new(at as u32, (at + raw.len()) as u32);
        self.list.push(Token { span, kind, glued, folded });
    }
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

/// Length of the digits at the start of `text`, with `,` before three (or, in the Indian style, two) digits and `.` before digits inside.
fn number_len(text: &str) -> usize {
    let bytes = text.as_bytes();
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
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}
