//! All names and titles of a document in one go: each kind is found with the help of those found before it.

use std::ops::Range;

use super::named_around::Around;
use super::names::{Alias, Names};
use super::place::{self, Place};
use super::value::{Kind, Reading, Value};
use super::vocabulary::{Class, Classes};
use super::{office, offices, orgs, people, places};
use crate::source::document::Document;

/// Appends every office, country, demonym, other place, human being and body that a document names; one kind after the
/// other, each by first token. Readings of different kinds may overlap: "U.S." is a country and an adjective.
pub(crate) fn read_all(document: &Document, mut classes: Classes, names: &Names, out: &mut Vec<Reading>) {
    let aliases: Vec<usize> =
        classes.all(Class::CAPITAL).filter(|&at| names.aliases().can_begin(document, at)).collect();
    aliases.into_iter().for_each(|at| classes.mark(at..at + 1, Class::ALIAS));
    let offices = offices::read(document, &classes);
    for (tokens, _) in &offices {
        classes.mark(tokens.start..tokens.start + 1, Class::OFFICE_HERE);
        classes.mark(tokens.clone(), Class::IN_OFFICE);
        classes.mark(tokens.end..tokens.end + 1, Class::AFTER_OFFICE);
    }
    let listed = places::candidates(document, &classes);
    for (tokens, form) in &listed {
        classes.mark(tokens.start..tokens.start + 1, Class::PLACE_HERE);
        classes.mark(tokens.clone(), Class::IN_PLACE);
        if form.name && !form.country && !form.human {
            classes.mark(tokens.clone(), Class::IN_CITY);
        }
        if form.human && tokens.len() == 1 {
            classes.mark(tokens.clone(), Class::HUMAN_PLACE);
        }
    }
    let people = people::read(&Around { document, classes: &classes, names });
    for (tokens, _) in &people {
        classes.mark(tokens.clone(), Class::IN_PERSON);
    }
    let orgs = orgs::read(document, &classes, names);
    for (tokens, _) in &orgs {
        classes.mark(tokens.clone(), Class::IN_ORG);
    }

    let mut push = |kind, tokens: &Range<usize>, value| {
        out.push(Reading { kind, tokens: tokens.start as u32..tokens.end as u32, value });
    };
    for (tokens, id) in &offices {
        push(Kind::Office, tokens, Value::Office(office::office(*id)));
        let unlisted = places::unlisted(document, &classes, tokens);
        if let Some(place) = unlisted.filter(|place| !classes.at(place.start).is(Class::IN_PERSON | Class::IN_ORG)) {
            let words = document.prose.slice(document.span(place.start, place.end));
            push(Kind::Place, &place, Value::Place(Place::named(words, names)));
        }
    }
    for (tokens, form) in &listed {
        let class = classes.at(tokens.start);
        if class.is(Class::IN_PERSON) {
            continue;
        }
        // "the Austro-Hungarian border"
        let half = document.glued(tokens.start) && tokens.start > 0 && document.word(tokens.start - 1) == "-";
        if form.demonym && !half && !places::names_water(document, &classes, tokens.end) {
            push(Kind::Demonym, tokens, Value::Place(place::place(form.place)));
        }
        if form.name && !class.is(Class::IN_ORG) && places::stands_alone(document, &classes, tokens) {
            let kind = if form.country { Kind::Country } else { Kind::Place };
            push(kind, tokens, Value::Place(place::place(form.place)));
        }
    }
    for (tokens, place) in in_dictionary(document, &classes, names) {
        push(Kind::Place, &tokens, Value::Place(place));
    }
    for (tokens, person) in people {
        push(Kind::Person, &tokens, Value::Person(person));
    }
    for (tokens, org) in orgs {
        push(Kind::Org, &tokens, Value::Org(org));
    }
}

/// Places of the dictionary that the gazetteer does not have under the name in the text.
fn in_dictionary(document: &Document, classes: &Classes, names: &Names) -> Vec<(Range<usize>, Place)> {
    let mut found = Vec::new();
    if names.places().is_empty() {
        return found;
    }
    let mut at = 0;
    while let Some(start) = classes.next(at, Class::ALIAS) {
        at = start;
        let free = !classes.at(at).is(Class::IN_PLACE | Class::IN_PERSON);
        let mut aliases = free.then(|| names.aliases().all(document, at)).into_iter().flatten();
        let Some((end, _)) = aliases.find(|(_, alias)| matches!(alias, Alias::Place(_))) else {
            at += 1;
            continue;
        };
        let words = document.prose.slice(document.span(at, end));
        found.push((at..end, Place::named(words, names)));
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::{prop_assert, proptest};

    use super::{Classes, Names, Reading, read_all};
    use crate::source::document::{Document, Header};
    use crate::source::file::File;
    use crate::source::prose::{BlockKind, Prose};
    use crate::values::value::Kind;

    fn dictionary() -> Names {
        let mut names = Names::default();
        let add = |list: &[&str]| list.iter().map(|&name| name.to_owned()).collect();
        names.add_person("kest", add(&["Aron Kest", "Kest Aron"]));
        names.add_person("star", add(&["Silver Star"]));
        names.add_place("marsh", add(&["Lower Marsh", "The Marsh"]));
        names.add_org("weaver", add(&["Weaver Group", "Weaver", "Looms & Sons"]));
        names
    }

    /// A document with one block a line; `# ` begins a heading.
    fn document(text: &str) -> Document {
        let mut prose = Prose::default();
        for line in text.lines() {
            let start = prose.text().len() as u32;
            let (words, kind) = match line.strip_prefix("# ") {
                Some(words) => (words, BlockKind::Heading),
                None => (line, BlockKind::Paragraph),
            };
            prose.push(words, 0);
            prose.end_block(start, kind, false);
        }
        Document::new(Arc::new(File::new("test", text)), prose, Header::default())
    }

    /// The readings of some kinds, by first token: the words, and the value where it is another text.
    fn read(text: &str, kinds: &[Kind]) -> Vec<String> {
        let document = document(text);
        let mut readings = Vec::new();
        read_all(&document, Classes::of(&document), &dictionary(), &mut readings);
        readings.sort_by_key(|reading| (reading.tokens.start, reading.tokens.end));
        let show = |reading: &Reading| {
            let span = document.span(reading.tokens.start as usize, reading.tokens.end as usize);
            let (words, value) = (document.prose.slice(span), reading.value.to_string());
            if words == value { value } else { format!("{words} = {value}") }
        };
        readings.iter().filter(|reading| kinds.contains(&reading.kind)).map(show).collect()
    }

    fn check(kinds: &[Kind], table: &[(&str, &[&str])]) {
        let wrong = table.iter().map(|(text, expected)| (text, read(text, kinds), expected));
        let wrong: Vec<_> = wrong.filter(|(_, found, expected)| found != *expected).collect();
        assert!(wrong.is_empty(), "text, found, expected: {wrong:#?}");
    }

    #[test]
    fn people_are_read_in_running_text() {
        check(
            &[Kind::Person],
            &[
                // Full names.
                ("Yesterday Mira Toveld said so.", &["Mira Toveld"]),
                ("Mira Toveld and Jan de Holt met J. R. Berger.", &["Mira Toveld", "Jan de Holt", "J. R. Berger"]),
                (
                    "They met Donal J. Pyke, Ana Ruiz-Toveld and Kim Jo-min.",
                    &["Donal J. Pyke", "Ana Ruiz-Toveld", "Kim Jo-min"],
                ),
                ("Abdel Fatah al-Masi and Salim bin Karim spoke.", &["Abdel Fatah al-Masi", "Salim bin Karim"]),
                ("Mira Toveld MP, Sir Jan Holt KCB and Dr Ana Ruiz PhD met.", &["Mira Toveld", "Jan Holt", "Ana Ruiz"]),
                ("Ludo van der Holt and Sean O’Dara spoke.", &["Ludo van der Holt", "Sean O’Dara"]),
                ("Maj Gen Karim bin Said said so.", &["Karim bin Said"]),
                ("It was Jan Holt Jr. who spoke to Jan Holt III.", &["Jan Holt Jr.", "Jan Holt III"]),
                ("A speech by Petra May on May 3.", &["Petra May"]),
                ("The minister, Élise Bérard, agreed.", &["Élise Bérard"]),
                ("Mira Toveld’s aide met Mira Toveld.", &["Mira Toveld", "Mira Toveld"]),
                ("AJ Holt and JD Berger spoke.", &["AJ Holt", "JD Berger"]),
                ("Jordan Holt met Denise Washington there.", &["Jordan Holt", "Denise Washington"]),
                // Titles.
                ("Prime Minister Toveld spoke.", &["Toveld"]),
                ("Japanese Prime Minister Sana Toveld spoke.", &["Sana Toveld"]),
                ("Mr. Holt, Dr Berger and Gen. Pyke spoke.", &["Holt", "Berger", "Pyke"]),
                ("former premier Holt and Vice-President Berger", &["Holt", "Berger"]),
                ("Emperor Aldo met Queen Ina II and Pope Remo.", &["Aldo", "Ina II", "Remo"]),
                ("President-elect Holt and Gov. Berger and Lt. Gov. Pyke", &["Holt", "Berger", "Pyke"]),
                ("Secretary of State Ana Holt spoke.", &["Ana Holt"]),
                ("Detective Inspector Ana Holt spoke.", &["Ana Holt"]),
                ("Prime Minister of Japan Sana Toveld spoke.", &["Sana Toveld"]),
                ("the President said that the Mayor Monday would", &[]),
                ("the Prime Minister. However, nobody came.", &[]),
                // Lone surnames.
                ("Holt spoke.", &[]),
                ("Holt, who is 34, spoke. Later Holt left.", &["Holt", "Holt"]),
                ("Holt, who is 34, spoke.", &[]),
                ("Jan Berger of Holt, who is 34, spoke in Holt.", &["Jan Berger"]),
                ("Goalkeeper Jan Holt and Winger Ana Berger spoke.", &["Jan Holt", "Ana Berger"]),
                ("Jan Holt spoke. Later Holt left.", &["Jan Holt", "Holt"]),
                ("Holt left. Jan Holt spoke.", &["Holt", "Jan Holt"]),
                ("President Holt spoke. Then Holt left Holt Street and the Holt Bank.", &["Holt", "Holt"]),
                ("Later Kest left Kest Tower.", &["Kest"]),
                ("The boat that the captain Holt signed for sank.", &[]),
                ("President Kim Jo-min spoke. Kim left.", &["Kim Jo-min", "Kim"]),
                ("Marisol Kest spoke. Then Marisol left.", &["Marisol Kest", "Marisol"]),
                ("Grace Kest spoke. Grace was said, and Grace Hall was full.", &["Grace Kest"]),
                ("They saw Silver Star.", &["Silver Star"]),
                // Slips.
                ("Jan Holt spoke. Prime Minister Jan holt left.", &["Jan Holt", "Jan holt"]),
                ("Jan Berger spoke. Prime Minister berger left.", &["Jan Berger", "berger"]),
                ("Later Aron kest left.", &["Aron kest"]),
                // No people.
                ("In Golden Gate Park the Royal Navy met.", &[]),
                ("the Supreme Court, Tokyo Tower, Riverton University and Red Sea", &[]),
                ("On Monday January Sales began at Holt Street.", &[]),
                ("Acme Toveld Inc. and Toveld Airlines agreed.", &[]),
                ("They sailed on the Mira Toveld. The Mira Toveld sank.", &[]),
                ("In the town of Bela Monte and in Vila Nova all was calm.", &[]),
                ("However, Meanwhile and But are words.", &[]),
                ("MV Sula Maren left.", &[]),
                ("They saw Black Mesa, Sankt Toveld and Toveld Viaduct.", &[]),
                ("Ina Black and Jan White saw it.", &["Ina Black", "Jan White"]),
                ("The tanker Mira Holt ran aground. Mira Holt was refloated.", &[]),
                ("Now Toveld Berg have signed. Jan Berg and Ana Holt have left.", &["Jan Berg", "Ana Holt"]),
                ("Does Ana Holt have a plan?", &["Ana Holt"]),
                ("They sell in Ras Holt, Al Berg and Lyon and in Oslo, Lyon and Al Ruiz.", &[]),
                ("Mira Toveld, Oslo, and Ana Holt, Lyon, won.", &["Mira Toveld", "Ana Holt"]),
                ("They read \"Mira Toveld\" aloud.", &[]),
                ("Where is it? A. Holt Street. Where is A. Holt?", &["A. Holt"]),
                ("Councillors Holt and Col. Inf. Jan Berg", &["Holt", "Jan Berg"]),
            ],
        );
    }

    #[test]
    fn a_common_word_is_a_surname_where_the_words_beside_it_prove_a_human_being() {
        check(
            &[Kind::Person],
            &[
                ("Ina Green, 34, of Kelm, sang. Green said so.", &["Ina Green", "Green"]),
                ("Jan Lane was born here. Ina Pool, who was born there, left.", &["Jan Lane", "Ina Pool"]),
                (
                    "The sculptor Jan Weir and coach Ina Street met Ms Ana Field.",
                    &["Jan Weir", "Ina Street", "Ana Field"],
                ),
                ("It was sold, said Tom Lake. Kate Moor told him.", &["Tom Lake", "Kate Moor"]),
                ("Jack Bridge was elected, and Jan Moor wept.", &["Jack Bridge", "Jan Moor"]),
                ("Downing Street said so. Holt Forest told the league.", &[]),
                ("They met in Jan Lane, 34 of them at Rose Hill. Tom Bridge was closed.", &[]),
                ("Its owner Holt Energy paid, and the former Albert Bridge fell.", &[]),
                ("Jan Lane School, 34, and Ina Lake Road were named.", &[]),
            ],
        );
    }

    #[test]
    fn headings_hold_only_people_whom_the_text_knows() {
        check(
            &[Kind::Person],
            &[
                ("# Holt Visits Japan\nJan Holt went to Japan.", &["Holt", "Jan Holt"]),
                ("Jan Holt Visits Regional Markets\nJan Holt went there.", &["Jan Holt", "Jan Holt"]),
                ("# Golden Heron Launches Service\nIt left.", &[]),
                ("# Cultural Exchanges\nThey met.", &[]),
                ("# Kest Visits Japan", &["Kest"]),
                ("# Emperor Aldo Visits Market\nEmperor Aldo came.", &["Aldo", "Aldo"]),
                ("# Holt Bank Opens Branch\nJan Holt came.", &["Jan Holt"]),
                ("Economic Growth\nJan Holt\nSecurity Matters", &["Jan Holt"]),
            ],
        );
    }

    #[test]
    fn offices_are_read_by_their_longest_form() {
        check(
            &[Kind::Office],
            &[
                ("the vice president and the President", &["vice president", "President = president"]),
                ("Deputy Prime Minister Holt", &["Deputy Prime Minister = deputy prime minister"]),
                ("PM Holt at 3 PM", &["PM = prime minister"]),
                ("acting president Holt", &["acting president = president"]),
                ("former Defense Secretary Holt", &["Defense Secretary = defence minister"]),
                ("CEO Holt, the chairwoman", &["CEO = chief executive", "chairwoman = chairman"]),
                ("the prime ministers and presidents", &[]),
                ("the deputy coroner, a co-chair, shadow chancellor", &[]),
                ("He still has the chair.", &[]),
                ("President-elect Holt", &[]),
                ("Billie King sang in the Premier League on Queen Street.", &[]),
                ("King Aldo came to see the King.", &["King = king", "King = king"]),
                ("Secretary of State for Wales", &[]),
            ],
        );
    }

    #[test]
    fn places_are_read_where_they_are_no_part_of_another_name() {
        check(
            &[Kind::Country, Kind::Place],
            &[
                ("from Tokyo, Japan, to the U.S.", &["Tokyo", "Japan", "U.S. = United States"]),
                (
                    "The US told us. Britain's US-Japan talks",
                    &["US = United States", "Britain = United Kingdom", "US = United States", "Japan"],
                ),
                ("the White House and the Kremlin", &["White House", "Kremlin"]),
                ("Tokyo Governor Holt and the Mayor of London Holt", &["Tokyo", "London"]),
                ("TOKYO (AFP) - In Paris Monday", &["TOKYO = Tokyo", "Paris"]),
                ("Japan-based, pro-China, Tokyo’s", &["Japan", "China", "Tokyo"]),
                ("Jordan Holt, Paris Toveld, Michael Jordan", &[]),
                ("the Bank of England, the New York Times, China Daily, the Gulf of Oman", &[]),
                ("Tokyo Tower, Central London, East Asia", &[]),
                ("Prime Minister of Japan Sana Toveld", &["Japan"]),
                ("President Holt of the United States", &["United States"]),
                // Places that nobody lists.
                ("Riverton Mayor Ana Holt", &["Riverton"]),
                ("the mayor of Riverton Falls said", &["Riverton Falls"]),
                ("When Mayor Holt met the Mayor. Former Governor Berger", &[]),
                ("Mayor of Riverton Council, President of the Club", &[]),
                ("They met in Riverton.", &[]),
                ("They met in the Marsh and in Lower Marsh.", &["Lower Marsh"]),
            ],
        );
        check(
            &[Kind::Demonym],
            &[
                ("Japanese and North Korean troops", &["Japanese = Japan", "North Korean = North Korea"]),
                (
                    "the U.S. President, Americans, British Airways",
                    &["U.S. = United States", "Americans = United States", "British = United Kingdom"],
                ),
                ("Dawn French met polish makers.", &[]),
            ],
        );
    }

    #[test]
    fn bodies_are_read_by_their_words_and_acronyms() {
        check(
            &[Kind::Org],
            &[
                ("the Bank of Riverton and Riverton City Council", &["Bank of Riverton", "Riverton City Council"]),
                ("the U.S. Department of State said", &["U.S. Department of State"]),
                // Fields that "and" joins.
                ("the Riverton Fire and Rescue Service", &["Riverton Fire and Rescue Service"]),
                (
                    "the Riverton Elm and Ash Trust (REAT)",
                    &["Riverton Elm and Ash Trust", "REAT = Riverton Elm and Ash Trust"],
                ),
                ("In Riverton the Elm Agency (EA) met.", &["Elm Agency", "EA = Elm Agency"]),
                ("the Food and Water Administration", &["Food and Water Administration"]),
                (
                    "the Mining and Safety Executive (MSE)",
                    &["Mining and Safety Executive", "MSE = Mining and Safety Executive"],
                ),
                ("It was Riverton's Ecology and Hydrography Agency that said so.", &["Ecology and Hydrography Agency"]),
                ("NOTE. The plates QV 4417 were gone. Revenue, NOK m, of QVA 2030.", &["QVA"]),
                ("the Ministry of Culture, Media and Sport met", &["Ministry of Culture, Media and Sport"]),
                (
                    "the Organisation for Economic Co-operation (OEC)",
                    &["Organisation for Economic Co-operation", "OEC = Organisation for Economic Co-operation"],
                ),
                ("It has a camera called RIVA.", &[]),
                ("It carries RIVA, a camera, for the RIVA trial. RIVA said so.", &["RIVA"]),
                (
                    "It met at Marn Magistrates' Court and at Holt Brothers plc.",
                    &["Marn Magistrates' Court", "Holt Brothers plc"],
                ),
                ("Ana Berg, 46, of Holt Court, Marn, left.", &[]),
                ("The Royal School of Elms met.", &["Royal School of Elms"]),
                ("They live in Riverton Media City, by the Council Park.", &[]),
                ("Firefighters and Rescue Service staff", &["Rescue Service"]),
                ("the Ministry of Health and Riverton City Council", &["Ministry of Health", "Riverton City Council"]),
                ("the Ministry of Health and Education Ministry staff", &["Ministry of Health", "Education Ministry"]),
                (
                    "the Council on Foreign Relations, Acme Corp. and Holt & Sons",
                    &["Council on Foreign Relations", "Acme Corp"],
                ),
                (
                    "the Riverton Space Agency (RSA) and the RSA",
                    &["Riverton Space Agency", "RSA = Riverton Space Agency", "RSA = Riverton Space Agency"],
                ),
                ("NATO and the UN on TV in the US at 3 PM", &["NATO", "UN"]),
                ("the Weaver looms", &["Weaver = Weaver Group"]),
                ("the Council, the Bank and the United States", &[]),
                ("WE MUST ACT NOW", &[]),
                ("It cost NOK 20m, 300 CHF and NZ$800 for 3 GB.", &[]),
                ("She left Riverton, D.C., for Marn, TX.", &[]),
                ("In Marn, NATO met the pro-EU side.", &["NATO", "EU"]),
                ("The plane G-MARN and plan 23/0456/FUL by ISBN", &[]),
                ("Toveld & Sons plc and Marn & Co met Holt & Brek", &["Toveld & Sons plc", "Marn & Co"]),
            ],
        );
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "([A-Z]?[a-z]{0,5}[ .,'’-]{0,2}|Mr\\. |President |of |de |U\\.S\\.|\n|.){0,30}") {
            let document = document(&text);
            let mut readings = Vec::new();
            read_all(&document, Classes::of(&document), &dictionary(), &mut readings);
            for reading in readings {
                prop_assert!(reading.tokens.start < reading.tokens.end);
                prop_assert!(reading.tokens.end as usize <= document.tokens().len());
            }
        }
    }
}
