//! Every key of the rule language with its type and what it says: the loader reads by these tables, and the JSON Schema
//! is written from them, so that neither can know a key that the other does not.

/// A table of a rule file with known keys.
#[derive(Debug)]
pub(super) struct Table {
    /// What it is for, in one line.
    pub(super) about: &'static str,
    /// Its keys, in the order of the documentation.
    pub(super) keys: &'static [Key],
}

/// A key of a table.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) of: Of,
    pub(super) need: Need,
    /// What it says, in a line or two.
    pub(super) about: &'static str,
}

/// What stands behind a key.
#[derive(Debug)]
pub(super) enum Of {
    /// A string.
    Text,
    /// A string of a form of its own, as a regex that JSON Schema understands.
    Form(&'static str),
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A list of strings.
    Texts,
    /// `true` or `false`.
    Truth,
    /// A whole number from 1 on.
    Whole,
    /// The version of the language.
    Version,
    /// A day of the calendar.
    Day,
    /// A table with known keys.
    Table(&'static Table),
    /// A list of such tables.
    Tables(&'static Table),
    /// A table whose keys are ids: letters, digits, hyphens and underscores, a letter first.
    ById(&'static Of),
    /// A table whose keys are free.
    ByName(&'static Of),
}

/// Whether a key must be there.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Need {
    Always,
    Never,
    /// Unless the other key is there.
    Unless(&'static str),
}

impl Table {
    /// A key by its name.
    pub(super) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

const fn must(name: &'static str, of: Of, about: &'static str) -> Key {
    Key { name, of, need: Need::Always, about }
}

const fn may(name: &'static str, of: Of, about: &'static str) -> Key {
    Key { name, of, need: Need::Never, about }
}

const fn unless(other: &'static str, name: &'static str, of: Of, about: &'static str) -> Key {
    Key { name, of, need: Need::Unless(other), about }
}

const SEVERITIES: &[&str] = &["note", "warning", "error"];
const SEVERITIES_OR_OFF: &[&str] = &["note", "warning", "error", "off"];
const MODES: &[&str] = &["compare", "extract"];
const SCOPES: &[&str] = &["document", "story", "event", "corpus"];
const HOLDS: &[&str] = &["always", "once"];
const PLACES: &[&str] = &["sentence", "paragraph", "document", "story", "event", "corpus"];
const PARTS: &[&str] = &[
    "column",
    "bottom",
    "row",
    "headed",
    "items",
    "lines",
    "behind",
    "following",
    "rest",
    "before",
    "shares",
    "brackets",
    "names",
];

const SEVERITY: Key = may(
    "severity",
    Of::Word(SEVERITIES),
    "How loud a contradiction inside one article is; `error` unless said otherwise.",
);
const ACROSS: Key = may(
    "across",
    Of::Word(SEVERITIES_OR_OFF),
    "How loud a contradiction between articles is; `warning` unless said otherwise.",
);
const UNSURE: Key = may(
    "unsure",
    Of::Word(SEVERITIES_OR_OFF),
    "How loud a contradiction of a dated claim and an undated one is; `off` unless said otherwise.",
);
const SLIP: Key = may(
    "slip",
    Of::Word(SEVERITIES),
    "How loud two values are that differ like a slip of the pen, such as one letter of a name; `note` unless said otherwise.",
);
const GUARDS: Key = may(
    "guards",
    Of::Texts,
    "What marks a claim as no plain statement, so that it does not count: built-in guards (former, negated, hypothetical, question, quoted, past, corrected) and your own `[guard.…]`.",
);
const MODE: Key = may("mode", Of::Word(MODES), "`compare` claims with each other, or `extract` them for checks alone.");
const SCOPE: Key = may(
    "scope",
    Of::Word(SCOPES),
    "How far apart two claims may stand to be compared; `corpus` is anywhere, `story` articles that share rare names.",
);
const TAGS: Key = may("tags", Of::Texts, "Words of your own; belie does not read them.");

/// The top level.
pub(super) const FILE: Table = Table {
    about: "A rule file of belie",
    keys: &[
        must("schema", Of::Version, "The version of the rule language."),
        may("pack", Of::Table(&PACK), "What the file is called."),
        may("defaults", Of::Table(&DEFAULTS), "What claims take that do not say it themselves."),
        may("list", Of::ById(&Of::Texts), "Word lists: `<name>` in a phrase is one of the list."),
        may(
            "choice",
            Of::ById(&Of::ByName(&Of::Texts)),
            "Named alternatives, at least two, each with its phrases; a type of slots.",
        ),
        may("person", Of::ById(&Of::Texts), "All names of one person, the fullest first."),
        may("place", Of::ById(&Of::Texts), "All names of one place, the fullest first."),
        may("org", Of::ById(&Of::Texts), "All names of one organisation, the fullest first."),
        may("office", Of::ById(&Of::Table(&OFFICE)), "Timelines: who held an office when."),
        may("event", Of::ById(&Of::Table(&EVENT)), "Events that articles belong to, told by cues."),
        may("guard", Of::ById(&Of::Table(&GUARD)), "What marks a claim."),
        may("claim", Of::ById(&Of::Table(&CLAIM)), "Statements to find, and to compare."),
        may("check", Of::ById(&Of::Table(&CHECK)), "What must hold between claims."),
    ],
};

const PACK: Table = Table {
    about: "What the file is called",
    keys: &[
        must(
            "name",
            Of::Text,
            "The first part of the names of its rules: letters, digits, hyphens, underscores, points.",
        ),
        may("description", Of::Text, "What it is for, in one line."),
    ],
};

const DEFAULTS: Table = Table {
    about: "What claims take that do not say it themselves",
    keys: &[SEVERITY, ACROSS, UNSURE, SLIP, GUARDS, MODE, SCOPE],
};

const OFFICE: Table = Table {
    about: "A timeline of the holders of one office",
    keys: &[
        must("title", Of::Text, "The office: `prime-minister`."),
        must("of", Of::Text, "The country, place or body: `Japan`, or an id of `[place]` or `[org]`."),
        must("holders", Of::Tables(&HOLDER), "Who held it when."),
    ],
};

const HOLDER: Table = Table {
    about: "A term of office",
    keys: &[
        must("who", Of::Text, "An id of `[person]`, or a full name."),
        must("from", Of::Day, "The first day."),
        may("to", Of::Day, "The day on which the next term begins; none for a term that goes on."),
    ],
};

const EVENT: Table = Table {
    about: "An event with its dates",
    keys: &[
        must("title", Of::Text, "What it is called."),
        must("from", Of::Day, "The first day."),
        must("to", Of::Day, "The last day, included."),
        may("need", Of::Whole, "How many different cues an article must have; two unless said otherwise."),
        must("cues", Of::Texts, "Phrases without slots that tell that an article belongs to it."),
    ],
};

const GUARD: Table = Table {
    about: "What marks a claim",
    keys: &[
        may("builtin", Of::Word(&["question", "quoted", "past"]), "A mark that no phrase can say."),
        unless(
            "builtin",
            "phrases",
            Of::Texts,
            "Phrases around the match; `@` is where the match stands. One without `@` counts anywhere in the sentence.",
        ),
        may("description", Of::Text, "What it tells."),
    ],
};

const CLAIM: Table = Table {
    about: "A kind of statement to find, and to compare",
    keys: &[
        may("extends", Of::Text, "A claim to take everything from that is not said here; one level."),
        unless("extends", "title", Of::Text, "What is stated: `Who holds the office`."),
        may("description", Of::Text, "More words on it."),
        may(
            "phrases",
            Of::Texts,
            "What to look for: words, `[optional]`, `(a|b)`, `<list>`, `{slot:type}`, `...4` for a gap.",
        ),
        may("regex", Of::Texts, "Patterns that phrases cannot say: Rust regex whose named groups are slots."),
        may("slot", Of::ByName(&Of::Text), "The types of slots: `slot = { who = \"person\" }`."),
        may(
            "parts",
            Of::Word(PARTS),
            "Where the parts stand that make up the slot `whole`: they fill the slot `part`, several at once.",
        ),
        may(
            "antecedent",
            Of::Text,
            "The slot that the person last named before the match fills where the phrase leaves it open: `he`, `the 40-year-old`.",
        ),
        unless("extends", "value", Of::Text, "The slot that is compared, or `@status`."),
        may("status", Of::Texts, "For `@status`: the guards that tell a former holder."),
        may("neither", Of::Texts, "For `@status`: the guards that tell neither."),
        may(
            "key",
            Of::Texts,
            "The slots that say what the claim is about, or `@event`; only claims with equal keys are compared.",
        ),
        may("fixed", Of::ByName(&Of::Text), "Constant parts of the key: `fixed = { office = \"pm-japan\" }`."),
        may("unless", Of::Texts, "Guards of this claim alone, as phrases; `@` is where the match stands."),
        SEVERITY,
        ACROSS,
        UNSURE,
        SLIP,
        GUARDS,
        MODE,
        SCOPE,
        may(
            "compare",
            Of::Word(&["values", "spellings"]),
            "`values`, or `spellings` of people's names: each person of an article once, held against those with the same initials.",
        ),
        may(
            "lasts",
            Of::Form("^([0-9]+ (day|week|month|year)s?|always)$"),
            "How long what is said goes on holding: `\"60 days\"`, or `always`; without it, on its days alone.",
        ),
        may(
            "tolerance",
            Of::Form("^ *[0-9]+(\\.[0-9]+)? *%$"),
            "How far two numbers may lie apart: `\"5%\"`, at most a half.",
        ),
        may(
            "currency",
            Of::Form("^[A-Z]{3}$"),
            "The currency (ISO 4217) that the value must be in; money in another one is no claim.",
        ),
        may(
            "unit",
            Of::Text,
            "The unit that the value must be measured in, or one that converts to it: `km` takes miles, and no tonnes; `%` and `pp` (percentage points) for shares.",
        ),
        may(
            "settled-by",
            Of::Texts,
            "Claims that explain a difference: where one of them names either value, it is a note.",
        ),
        may(
            "message",
            Of::Text,
            "The sentence to report, with `{a}` and `{b}` for two values and the parts of the key.",
        ),
        may("example", Of::Tables(&EXAMPLE), "Tests: small texts with the verdict that must come out."),
        TAGS,
    ],
};

const CHECK: Table = Table {
    about: "What must hold between claims",
    keys: &[
        must(
            "given",
            Of::ByName(&Of::Text),
            "Names and the claims they stand for: `{ start = \"visit-start\", end = \"visit-end\" }`.",
        ),
        must("title", Of::Text, "What must hold: `A visit ends after it starts`."),
        may("description", Of::Text, "More words on it."),
        may("same", Of::Texts, "Parts of the key that must agree between the claims."),
        may(
            "single",
            Of::Texts,
            "Names of `given` for which an article may have one value alone; with two it speaks of two things, and nothing is told.",
        ),
        may(
            "holds",
            Of::Word(HOLDS),
            "For which claims it must hold: `always`, for all of them; `once`, for each of the first of `given` with some of the others.",
        ),
        may("within", Of::Word(PLACES), "How far apart the claims may stand; `document` unless said otherwise."),
        may("where", Of::Text, "Of which of them it must hold: `ratio(to.n, from.n) < 5`."),
        must("require", Of::Text, "What must hold: `start.when < end.when`."),
        SEVERITY,
        must("message", Of::Text, "The sentence to report."),
        may("example", Of::Tables(&EXAMPLE), "Tests: small texts with the verdict that must come out."),
        TAGS,
    ],
};

const EXAMPLE: Table = Table {
    about: "A test of the rule",
    keys: &[
        may("name", Of::Text, "What it shows."),
        unless("docs", "text", Of::Text, "One article, every value in it marked `[[…]]`."),
        may("docs", Of::Tables(&DOC), "Several articles, where one is not enough."),
        must(
            "verdict",
            Of::Word(&["conflict", "ok", "suspicious", "none"]),
            "What must come out; `none` is no claim at all.",
        ),
        may("todo", Of::Truth, "A known failure, told when it starts to pass."),
    ],
};

const DOC: Table = Table {
    about: "An article of an example",
    keys: &[may("date", Of::Day, "Its date."), must("text", Of::Text, "Its text, every value in it marked `[[…]]`.")],
};
