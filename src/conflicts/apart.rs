//! The reasons for which two figures are not held against each other.

/// Why two claims are not held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apart {
    OneSentence,
    Agree,
    SaysBoth,
    Part,
    OtherSource,
    Rate,
    OtherTime,
    OtherStory,
    OtherThing,
    OtherKind,
    OtherNames,
    Several,
}

impl Apart {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::OneSentence => "not compared: one sentence, or one table, says both",
            Self::Agree => "the values go together, or nothing can be proved of them",
            Self::SaysBoth => "not compared: the sentence of one has the value of the other too",
            Self::Part => "not compared: one is a part of another number, one of a list, or comes on top of one",
            Self::OtherSource => "not compared: the text has them from two sources, and names both",
            Self::Rate => "not compared: one is for each of several, the other is not",
            Self::OtherTime => "not compared: their sentences name different times",
            Self::OtherStory => "not compared: the articles share too few names and topics to be about one matter",
            Self::OtherThing => "not compared: too few words beside the values say that they are about one thing",
            Self::OtherKind => "not compared: the words before the things counted differ",
            Self::OtherNames => "not compared: the sentences name different people or places",
            Self::Several => "not compared: an article gives several values for it, so there are several of the kind",
        }
    }
}
