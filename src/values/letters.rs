//! Letters without their marks, so that `Botín` and `Botin` are one name.

use std::borrow::Cow;

use crate::source::document::Document;
use crate::source::word_table::WordTable;

/// The word in lower case with accents taken off; borrowed where nothing changes.
#[must_use]
pub(crate) fn plain(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        match base(letter) {
            Some(base) => folded.push_str(base),
            None => folded.push(letter),
        }
    }
    Cow::Owned(folded)
}

/// The token at `at` in lower case with accents taken off; empty behind the last token.
#[must_use]
pub(crate) fn plain_word(document: &Document, at: usize) -> Cow<'_, str> {
    let word = document.word(at);
    if document.tokens().get(at).is_none_or(|token| token.ascii) { Cow::Borrowed(word) } else { plain(word) }
}

/// What a table of plain words says of the token at `at`.
#[must_use]
pub(crate) fn look_up_plain<'a, T>(document: &Document, at: usize, table: &'a WordTable<T>) -> Option<&'a T> {
    let token = document.tokens().get(at)?;
    if token.ascii { document.look_up(at, table) } else { table.get(&plain(document.word(at))) }
}

/// A name without accents, capitals, blanks and marks: `Kim Jong-un` and `Kim Jong Un` are `kimjongun`.
#[must_use]
pub(crate) fn compact(name: &str) -> String {
    let mut name = plain(name).into_owned();
    name.retain(char::is_alphanumeric);
    name
}

/// Whether one word is the other with a letter changed, added, missing or swapped with its neighbour.
#[must_use]
pub(crate) fn is_slip(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > char::MAX.len_utf8() {
        return false;
    }
    if a.is_ascii() && b.is_ascii() {
        return is_one_step(a.as_bytes(), b.as_bytes());
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    is_one_step(&a, &b)
}

fn is_one_step<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    let same = a.iter().zip(b).take_while(|(one, other)| one == other).count();
    let (a, b) = (&a[same..], &b[same..]);
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(one, other)| one == other).count();
    match (&a[..a.len() - same], &b[..b.len() - same]) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// What stands for a marked Latin letter in small letters where the mark is left
/// out; combining marks and soft hyphens vanish.
fn base(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ẩ' | 'ẫ' | 'ậ' | 'ắ'
        | 'ằ' | 'ặ' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'ẻ' | 'ẽ' | 'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' => {
            "e"
        }
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ị' | 'ỉ' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ' | 'ỏ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ' | 'ớ'
        | 'ờ' | 'ợ' => "o",
        'ŕ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ' | 'ủ' | 'ứ' | 'ừ' | 'ữ' | 'ự' => {
            "u"
        }
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' | 'ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ß' => "ss",
        '’' | '‘' | 'ʼ' => "'",
        '‐' | '‑' | '–' => "-",
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{is_slip, plain};

    #[test]
    fn a_slip_is_one_letter() {
        for (a, b, slip) in [
            ("toveld", "tovelt", true),
            ("toveld", "tovel", true),
            ("toveld", "otveld", true),
            ("toveld", "toveeld", true),
            ("aab", "aba", true),
            ("toveld", "toveld", false),
            ("toveld", "tolevd", false),
            ("toveld", "otvedl", false),
            ("łódź", "łódz", true),
            ("", "a", true),
            ("", "ab", false),
        ] {
            assert_eq!((is_slip(a, b), is_slip(b, a)), (slip, slip), "{a} {b}");
        }
    }

    #[test]
    fn accents_and_capitals_are_folded() {
        for (word, folded) in [
            ("Botín", "botin"),
            ("plain", "plain"),
            ("ŁÓDŹ", "lodz"),
            ("Nguyễn", "nguyen"),
            ("Bjørn", "bjorn"),
            ("e\u{301}", "e"),
            ("İzmir", "izmir"),
            ("Strauß", "strauss"),
            ("N’Djamena", "n'djamena"),
        ] {
            assert_eq!(plain(word), folded, "{word}");
        }
    }
}
