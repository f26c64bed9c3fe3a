//! A finding's identity: its content, never its lines, so that moving or re-wrapping a text changes nothing.

use super::finding::Finding;

/// Whether a finding stands inside one text or between several: the same quotes can make both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// A text contradicts itself, or the record.
    Inside,
    /// Texts contradict each other.
    Between,
}

/// The fingerprint of rule, reach, verdict, key, values and quotes: 16 hexadecimal digits of FNV-1a (64 bits).
pub(super) fn fingerprint(finding: &Finding, reach: Reach) -> String {
    let mut sides: Vec<String> = finding
        .sides
        .iter()
        .map(|side| {
            let mut quotes: Vec<&str> = side.evidence.iter().map(|evidence| evidence.quote.as_str()).collect();
            quotes.sort_unstable();
            quotes.dedup();
            format!("{}\u{1f}{}", side.value, quotes.join("\u{1f}"))
        })
        .collect();
    sides.sort_unstable();
    let key: Vec<String> = finding.key.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let content = format!(
        "{}\u{1e}{reach:?}\u{1e}{:?}\u{1e}{}\u{1e}{}",
        finding.rule,
        finding.verdict,
        key.join("\u{1f}"),
        sides.join("\u{1e}")
    );
    format!("{:016x}", fnv1a(content.as_bytes()))
}

/// The 64-bit FNV-1a hash, with the offset basis and prime of its authors (Fowler, Noll, Vo): stable across versions
/// and machines, which the standard library's hashers do not promise.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::fnv1a;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
