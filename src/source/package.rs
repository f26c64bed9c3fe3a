//! Documents of office programs: XML in a zip archive.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes of the largest part that is unpacked, far more than any article needs: a few KB of an archive can unpack to more than
/// any machine holds, and what it says of its own sizes need not be true.
const LARGEST: u64 = 64 << 20;

/// The parts of a document, by their paths.
#[derive(Debug)]
pub(super) struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
}

/// Why a document cannot be read, and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is no zip archive.
    NoArchive,
    /// It is one, of something else.
    OtherContent,
    /// It is cut off, or was changed on its way.
    Damaged,
    /// It can be read with a password only.
    Locked,
    /// A part of it is larger than [`LARGEST`].
    TooLarge,
}

impl Package {
    /// Opens the archive.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, Fault> {
        // Where office programs encrypt a document, they put it into a file of another kind.
        const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
        const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
        if bytes.starts_with(COMPOUND_FILE) && bytes.windows(ENCRYPTED.len()).any(|here| here == ENCRYPTED) {
            return Err(Fault::Locked);
        }
        if !bytes.starts_with(b"PK") {
            return Err(Fault::NoArchive);
        }
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => Ok(Self { archive }),
            Err(_) => Err(Fault::Damaged),
        }
    }

    /// The text of a part, unpacked; `None` where there is no such part.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<String>, Fault> {
        let file = match self.archive.by_name(path) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(Fault::Locked),
            Err(_) => return Err(Fault::Damaged),
        };
        unpacked(file, LARGEST).map(Some)
    }
}

/// The text of a part of at most so many bytes.
fn unpacked(part: impl Read, largest: u64) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    part.take(largest + 1).read_to_end(&mut bytes).map_err(|_| Fault::Damaged)?;
    if bytes.len() as u64 > largest {
        return Err(Fault::TooLarge);
    }
    String::from_utf8(bytes).map_err(|_| Fault::Damaged)
}

impl Fault {
    /// What is wrong, and what to do about it, for a document of the kind that its name ends in.
    pub(super) fn told(self, kind: &str) -> (String, String) {
        match self {
            Self::NoArchive => (
                format!("this is no `.{kind}` document, whatever its name says"),
                format!("open it in an office program and save it as `.{kind}`, or give it the ending it should have"),
            ),
            Self::OtherContent => (
                format!("this archive holds no `.{kind}` document"),
                "give it the ending it should have, or unpack it and give the articles in it".to_owned(),
            ),
            Self::Damaged => (
                "this document is damaged".to_owned(),
                "fetch it again; an office program may be able to mend it: open it there and save it".to_owned(),
            ),
            Self::Locked => (
                "this document is protected by a password".to_owned(),
                "open it in an office program and save a copy without the password".to_owned(),
            ),
            Self::TooLarge => (
                format!("a part of this document unpacks to more than {} MiB", LARGEST >> 20),
                "no article is that large: see where the file comes from, or save its text as plain text".to_owned(),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, unpacked};

    #[test]
    fn no_more_is_unpacked_than_is_allowed() {
        assert_eq!(unpacked("four".as_bytes(), 4), Ok("four".to_owned()));
        assert_eq!(unpacked(std::io::repeat(b'x'), 4), Err(Fault::TooLarge));
        assert_eq!(unpacked(&b"\xFF"[..], 4), Err(Fault::Damaged));
        assert!(Fault::TooLarge.told("odt").0.contains("64 MiB"));
    }
}
