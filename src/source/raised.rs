//! Digits that stand raised, as other texts write them: "km²".

/// The digit that means a raised one; any other character as it is.
pub(super) fn raised_digit(c: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    c.to_digit(10).map_or(c, |digit| RAISED[digit as usize])
}
