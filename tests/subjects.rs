//! Figures that differ and are about one thing, and figures that only look so: what the words around a value tell.
//! Each row is a class of its own, on subjects of its own; the built-in pack `figures` alone is asked.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use belie::rules::rule::Rules;
use belie::rules::severity::Severity;
use engine::{builtin_packs, findings_in};

/// What is told loudly of some texts: the values of each finding.
fn told(rules: &Rules, texts: &[&str]) -> String {
    let loud = findings_in(rules, texts).into_iter().filter(|finding| finding.severity > Severity::Note);
    let values = |sides: Vec<String>| sides.join(" | ");
    loud.map(|finding| values(finding.sides.into_iter().map(|side| side.value).collect()))
        .collect::<Vec<_>>()
        .join("; ")
}

#[track_caller]
fn check_rows(rows: &[(&str, &[&str], &str)]) {
    let rules = builtin_packs(&["rules/figures.toml", "rules/guards.toml"]);
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(class, texts, expected)| {
            let told = told(&rules, texts);
            (told != *expected).then(|| format!("{class}: expected `{expected}`, told `{told}`"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn two_figures_for_one_thing_are_told() {
    check_rows(&[
        (
            "so many of all there are",
            &[
                "---\ndate: 2031-05-02\n---\nThe Orrin Union has won 33 of the assembly's 75 seats at Harrowgate, said Lena Marsh.",
                "---\ndate: 2031-05-02\n---\nIn the assembly at Harrowgate the Orrin Union has 31 seats, said Lena Marsh.",
            ],
            "33 | 31",
        ),
        (
            "what fell, far from its verb",
            &[
                "---\ndate: 2031-05-02\n---\nThe mill at Orrin will close, said Lena Marsh. Output of newsprint at Orrin fell by 22 percent last year.",
                "---\ndate: 2031-05-02\n---\n# Orrin mill\n\nLena Marsh will close the mill at Orrin. Newsprint production fell by 27 percent in 2030.",
            ],
            "22 % | 27 %",
        ),
        (
            "how long it is, whenever it was put up",
            &[
                "---\ndate: 2031-05-02\n---\nThe cable car of Orrin Peak runs again, says Lena Marsh. A new hauling rope, 2,340 metres long, was drawn up Orrin Peak last October.",
                "---\ndate: 2031-05-02\n---\nOn Orrin Peak Lena Marsh opened the cable car. The new hauling rope measures 2.43 km and weighs 11 tonnes.",
            ],
            "2340 m | 2.43 km",
        ),
        (
            "behind a date in May, which is no verb",
            &[
                "On 31 May the depot in Harrowgate Lane held 340 trams. On 31 May the depot in Harrowgate Lane held 430 trams.",
            ],
            "340 | 430",
        ),
        (
            "one noun and the words beside it",
            &["The depot in Harrowgate Lane holds 340 trams. Built for fewer, the depot now holds 430 trams."],
            "340 | 430",
        ),
        (
            "swapped digits, in other words",
            &[
                "# The Lowmoor Canal\n\nThe Lowmoor Canal was dug by hand. It weighs on nobody's mind that its lock gate is of 27.4 tonnes.",
                "# Boats on the Lowmoor Canal\n\nThe keeper of the Lowmoor Canal moves 24.7 tonnes with one arm. He has dug by hand himself.",
            ],
            "27.4 t | 24.7 t",
        ),
        (
            "words of one meaning, near values, no other candidate",
            &[
                "# Lowmoor Pottery\n\nThe Lowmoor Pottery in Hadley pays 58 workers and two cats. Hadley is proud of the pottery.",
                "# A visit to Lowmoor Pottery\n\nThe Lowmoor Pottery has a staff of 51, says Hadley's mayor of the pottery.",
            ],
            "58 | 51",
        ),
        (
            "all of a kind, twice, in one text",
            &["Thanks to the fifty marshals who stood in the rain. All 70 marshals will be asked again."],
            "50 | 70",
        ),
        (
            "a table against the text",
            &["# Brackwater Pool\n\n| Item | Figure |\n|---|---|\n| Lockers | 240 |\n\nAll 420 lockers take a coin."],
            "240 | 420",
        ),
        (
            "an amount, in a table and in a sentence",
            &[
                "# Ostby tunnel\n\n| Approved budget | $1.36 billion |\n|---|---|\n| Length | 4 km |\n\nThe approved budget of \
                 $1.63 billion was passed in Ostby in March.",
            ],
            "USD 1360000000 | USD 1630000000",
        ),
        (
            "a share of one vote",
            &[
                "At Tarn Quay 64 percent of the members voted for the merger. The merger had the votes of 46 percent of members.",
            ],
            "64 % | 46 %",
        ),
        (
            "two texts on one matter",
            &[
                "# Fire at the Loxley mill\n\nSome 180 firefighters fought the blaze at the Loxley mill, the brigade said.",
                "# Loxley mill\n\nThe Loxley mill burned for a night. The brigade sent 108 firefighters to fight the blaze.",
            ],
            "~ 180 | 108",
        ),
        (
            "a model, whatever noun stands behind it",
            &[
                "# Orrin Air\n\nOrrin Air of Marlby flies seven B-62s to the islands, said Orrin Air.",
                "# Orrin Air grows\n\nIn Marlby the airline Orrin Air has nine B-62 jets for the islands.",
            ],
            "7 | 9",
        ),
        (
            "a small number that stands there for something else",
            &[
                "# Fire at Orrin mill\n\nThe Orrin mill near Marlby burned. The flames took two sheds.",
                "# Orrin mill burns\n\nThe Orrin mill near Marlby is gone. Oats lay in three sheds. Two men saw it.",
            ],
            "2 | 3",
        ),
        (
            "what two other texts say too",
            &[
                "# Fire at Orrin mill\n\nThe Orrin mill near Marlby burned. It was night. It rained hard. Nobody slept. Owls flew. \
                 Dogs sang. The flames took two sheds.",
                "# Orrin mill burns\n\nThe Orrin mill near Marlby is gone. It was night. It rained hard. Nobody slept. Owls \
                 flew. Dogs sang. Oats lay in three sheds.",
                "# Orrin mill gone\n\nThe Orrin mill near Marlby is gone. It was night. It rained hard. Nobody slept. Owls flew. \
                 Dogs sang. Oats lay in three sheds. Snow fell.",
                "# No more Orrin mill\n\nThe Orrin mill near Marlby is gone. It was night. It rained hard. Nobody slept. Owls \
                 flew. Dogs sang. Oats lay in three sheds. Hail fell.",
            ],
            "2 | 3",
        ),
        (
            "which in a row",
            &[
                "Mara Quill won the 38th edition of the Tarn Head Regatta on Sunday.",
                "The harbour was full for the 39th Tarn Head Regatta, which Mara Quill won.",
            ],
            "38 | 39",
        ),
        (
            "the time of one runner, in the heading and below it",
            &[
                "# Quill wins the marathon in 2:34:08\n\nMara Quill won the Tarn Head Marathon on Sunday in 2:35:08, her best time.",
            ],
            "PT9248S | PT9308S",
        ),
    ]);
}

#[test]
fn figures_that_only_look_alike_are_left_alone() {
    check_rows(&[
        (
            "a run of one heat, and one of the final",
            &["Heat 1: 1 L. Orrin 7:49.8, 2 M. Marsh 7:58.6\n\nFinal\n1 L. Orrin 7:44.1\n2 M. Marsh 7:45.9"],
            "",
        ),
        (
            "two sizes of one thing",
            &["Orrin recalls its goat's cheese of 150 g. The 300 g size of the goat's cheese is not affected."],
            "",
        ),
        (
            "what was taken, and what is still missing",
            &[
                "---\ndate: 2031-05-02\n---\nTom Orrin took £184,000 from the rowing club at Harrowgate, said Lena Marsh.",
                "---\ndate: 2031-05-02\n---\nThe rowing club at Harrowgate is £123,000 short, said Lena Marsh. Tom Orrin has repaid some of it.",
            ],
            "",
        ),
        (
            "what somebody would have been content with",
            &[
                "---\ndate: 2031-05-02\n---\nThe wheat of Lena Marsh at Harrowgate gave 7.8 tonnes to the hectare.",
                "---\ndate: 2031-05-03\n---\nAt Harrowgate Lena Marsh cut her wheat. \"I'd have settled for 7.5 tonnes to the hectare,\" said Lena Marsh.",
            ],
            "",
        ),
        (
            "what is left of all once those are taken off who are counted among them",
            &[
                "---\ndate: 2031-05-02\n---\nThe Orrin open at Harrowgate is over. There were 212 players in all, counting the 66 children on Sunday, said Lena Marsh.",
                "---\ndate: 2031-05-02\n---\nAt Harrowgate a record 146 players took part in the Orrin open, said Lena Marsh.",
            ],
            "",
        ),
        (
            "what was taken, and what is to be given back",
            &[
                "Orrin Vale took £84,000 from the Harrowgate Boat Fund. Orrin Vale must repay £30,000 to the Harrowgate Boat Fund.",
            ],
            "",
        ),
        (
            "two digits in another order, of two things in one text",
            &[
                "- Profit of the Harrowgate works £5.6m\n\n| Division | 2025 |\n|---|---|\n| Hire | £6.5m |\n| Repairs | £9.4m |",
            ],
            "",
        ),
        (
            "two rows of a table, one of them told of below it",
            &[
                "| Cheese | Weight |\n|---|---|\n| Orrin Mini | 120 g |\n| Orrin | 200 g |\n\nYou will get your money back. A 200 g cheese is refunded with 4.80 crowns, a Mini with three.",
            ],
            "",
        ),
        (
            "the same stuff for another cake",
            &[
                "### Rich cake\n\nFor this you need 200 g dark chocolate and 150 g sugar.\n\n### What my aunt bakes\n\nYou need 175 g plain flour and 175 g sugar.",
            ],
            "",
        ),
        (
            "the first time and the second time, by two switches",
            &["With -e the reader ends automatically the second time it reaches the end of the file. \
                 With -E the reader ends automatically the first time it reaches the end of the file."],
            "",
        ),
        (
            "two kinds of stuff, step by step",
            &["Beat the eggs with 150 g sugar before you touch the flour.\n\n4. Fold in 200 g chestnut flour."],
            "",
        ),
        (
            "kinds that are told by their width",
            &["The packages hold 32-bit programs for Harrowgate machines. \
                 The packages hold 64-bit programs for Harrowgate machines."],
            "",
        ),
        (
            "what is left of a sum",
            &[
                "The duck race at Harrowgate on Saturday took in £7,400 for the hospice at Harrowgate.",
                "The duck race at Harrowgate on Saturday left £6,150 for the hospice at Harrowgate.",
            ],
            "",
        ),
        ("a bound", &["At least 40 barges sank in the Orrin lock. In all 43 barges sank in the Orrin lock."], ""),
        (
            "rounding",
            &["Nearly 1,800 pilgrims crossed the Orrin pass. The 1,786 pilgrims crossed the pass at dawn."],
            "",
        ),
        (
            "a part of the whole",
            &["Of the 48 ponies in the Exford herd 19 ponies were sold. The herd has 48 ponies."],
            "",
        ),
        ("more on top", &["The ferry line ordered 12 hulls. It ordered another five hulls from the same yard."], ""),
        ("one end of a change", &["The herd grew from 30 ponies to 48 ponies. The herd has 48 ponies now."], ""),
        ("another year", &["In 1987 the Exford herd had 12 ponies. The Exford herd has 48 ponies."], ""),
        ("a forecast", &["Forecasters expected 900 runners at the Exford mile. The Exford mile drew 640 runners."], ""),
        (
            "a plan given up",
            &["The old plan was for 90 flats on Quarry Street. Builders put up 62 flats on Quarry Street."],
            "",
        ),
        ("each and all", &["A berth at Orrin Quay costs £9 a night. The berths at Orrin Quay cost £31 to build."], ""),
        (
            "two things of one kind",
            &["The kite festival drew 12,400 visitors. The children's festival drew 900 visitors."],
            "",
        ),
        (
            "two places",
            &[
                "In Marlby 210 houses were flooded. In Tarnside 45 houses were flooded. In Orrin 12 houses were flooded.",
            ],
            "",
        ),
        (
            "two sources that the text names",
            &["Harbour Watch counted 300 porpoises in the bay. The Sea Trust said 410 porpoises were in the bay."],
            "",
        ),
        ("a denial", &["The school has 640 pupils. It is false that the school has 900 pupils."], ""),
        ("a question", &["The school has 640 pupils. Has the school 900 pupils?"], ""),
        (
            "many of the kind",
            &["The first coach had 40 seats. The second coach had 52 seats. The third coach had 61 seats."],
            "",
        ),
        (
            "members of a row",
            &[
                "The first clause of the Exford contract binds the buyer. The third clause of the Exford contract binds nobody.",
            ],
            "",
        ),
        ("two kinds of one kind", &["The Exford stud fed 14 mares. The Exford stud fed 21 stallions."], ""),
        ("two kinds of what feeds a town", &["Marlby has 40 restaurants. Marlby has 52 cafes."], ""),
        (
            "two matters in two texts",
            &[
                "# Storm in Marlby\n\nThe storm killed 12 people in Marlby and tore off 30 roofs.",
                "# Storm in Quillan\n\nThe storm killed 45 people in Quillan and tore off 300 roofs.",
            ],
            "",
        ),
        (
            "a toll that rises with the days",
            &[
                "---\ndate: 2031-05-02\n---\n# Slide at Orrin Pass\n\nThe slide at Orrin Pass killed 12 people, rescuers said.",
                "---\ndate: 2031-05-04\n---\n# Orrin Pass\n\nThe slide at Orrin Pass killed 19 people, rescuers said.",
            ],
            "",
        ),
        (
            "a model, and all of its kind",
            &[
                "# Orrin Air\n\nOrrin Air of Marlby flies seven B-62 jets to the islands, said Orrin Air.",
                "# Orrin Air grows\n\nIn Marlby the airline Orrin Air has nine jets for the islands.",
            ],
            "",
        ),
        (
            "those that are something most of all",
            &[
                "# The Orrin canal\n\nThe Orrin canal at Marlby has seven locks and one keeper.",
                "# A walk on the Orrin canal\n\nThe Orrin canal at Marlby has the four steepest locks.",
            ],
            "",
        ),
        (
            "some of those that are known",
            &[
                "# The Orrin canal\n\nThe Orrin canal at Marlby has seven locks and one keeper.",
                "# A walk on the Orrin canal\n\nThe Orrin canal at Marlby has four of the locks.",
            ],
            "",
        ),
        (
            "shocks that go on",
            &[
                "# Quake at Orrin\n\nThe quake at Orrin in Marlby county was followed by three aftershocks, the county said.",
                "# Orrin quake\n\nThe county says five aftershocks followed the quake at Orrin in Marlby.",
            ],
            "",
        ),
        (
            "before and behind another number",
            &["The crossing takes 40 minutes and costs £12. With a car the crossing takes 55 minutes and costs £31."],
            "",
        ),
    ]);
}

#[test]
fn measures_of_one_thing_are_told_however_the_clause_names_it() {
    let rules = builtin_packs(&["rules/figures.toml", "rules/guards.toml"]);
    let mut wrong = Vec::new();
    let head = "---\ntitle: The Orrin chapel\ndate: 2031-05-02\n---\nThe Orrin chapel in Marlby is up for sale, says Milo Brandt. ";
    let text = |more: &str| format!("{head}{more}");
    for (class, one, other, expected) in [
        (
            "behind a verb, and before the noun",
            "The spire rises 31 metres.",
            "A 36-metre spire leans over it.",
            "31 m | 36 m",
        ),
        (
            "a label, and a row of a table",
            "Height 31 m, width 9 m.",
            "\n\n| Size | |\n|---|---|\n| Height | 36 m |\n| Width | 9 m |",
            "31 m | 36 m",
        ),
        (
            "of and with",
            "The depth of the pond is nine metres.",
            "With a depth of just 14 metres the pond is cold.",
            "9 m | 14 m",
        ),
        (
            "it",
            "Below it lies a crypt. It has an area of 40 square metres.",
            "The crypt covers 60 square metres.",
            "40 m² | 60 m²",
        ),
        (
            "a question between",
            "Who will mend the wall? It stretches 80 metres.",
            "The wall is 110 metres long.",
            "80 m | 110 m",
        ),
        ("a participle", "Built to hold 300 litres, the font leaks.", "The font holds 500 litres.", "300 L | 500 L"),
        ("a verb of the present", "The shaft goes down 40 metres.", "The shaft is 55 metres deep.", "40 m | 55 m"),
        (
            "a general word",
            "The elm is 23 metres tall.",
            "Moss grows on the elm. The 28-metre tree is sick.",
            "23 m | 28 m",
        ),
        ("a row", "The nave is 24 metres long.", "\n\n| Nave | |\n|---|---|\n| Length | 33 metres |", "24 m | 33 m"),
        (
            "from end to end",
            "From end to end the nave measures 24 metres.",
            "The nave is 33 metres long.",
            "24 m | 33 m",
        ),
        ("a length of time", "The dig lasted nine weeks.", "Bones came up in the twelve-week dig.", "P9W | P12W"),
        // Another part, another measure, another thing, somebody else's, a way and a load.
        ("a part", "The wall is 80 metres long.", "The south wall is 110 metres long. The north wall fell.", ""),
        ("height and length", "The wall is 80 metres long.", "The wall is 30 metres high.", ""),
        ("a name", "The bell Old Tom weighs 300 kilos.", "The bell Big Nan weighs 410 kilos.", ""),
        ("another thing", "The nave is 24 metres long.", "The aisle is 33 metres long.", ""),
        ("somebody else's", "The pumpkin weighs 31 kilos.", "Gus Abel came with a pumpkin of 24 kilos.", ""),
        ("a way", "The font stands 24 metres from the door.", "The font stands 33 metres southwest of the door.", ""),
        ("a load", "The lorry weighs 18 tonnes.", "The lorry brought 26 tonnes of sand.", ""),
        ("what moves", "The sledge slid 24 metres.", "The sledge slid 33 metres.", ""),
        ("to a part", "Loading the cart to the brim takes 24 minutes.", "Loading to 50 per cent takes 33 minutes.", ""),
        (
            "two who felt it",
            "The tremor lasted 10 seconds, she said.",
            "A baker said the tremor lasted 30 seconds.",
            "",
        ),
        (
            "two of them in one text",
            "The 24-metre nave is cold, and the 28-metre nave is wet.",
            "In all the nave measures 33 metres.",
            "",
        ),
    ] {
        let (one, other) = (text(one), text(other));
        let told = told(&rules, &[&one, &other]);
        if told != expected {
            wrong.push(format!("{class}: expected `{expected}`, told `{told}`"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_of_one_role_are_told_whatever_they_count() {
    check_rows(&[
        (
            "votes in a list, and in a sentence beside an older vote",
            &[
                "---\ndate: 2031-05-02\n---\n# Orrin Court votes\n\nThose who live in Orrin Court in Harrowgate have voted, said Lena Marsh.\n\n- For: 118\n- Against: 64",
                "---\ndate: 2031-05-02\n---\n# Orrin Court of Harrowgate\n\nAt Orrin Court 118 were for it and 46 against, Lena Marsh said. In a test two years ago 101 were against.",
            ],
            "64 | 46",
        ),
        (
            "a result whose loser has another number",
            &[
                "---\ndate: 2031-05-02\n---\nThe Orrin Otters beat Harrowgate 31-28 in the cup, said Lena Marsh.",
                "---\ndate: 2031-05-02\n---\nThe Otters of Orrin won 31 to 29 at Harrowgate, said Lena Marsh.",
            ],
            "28 | 29",
        ),
        (
            "how it stood at half-time",
            &[
                "---\ndate: 2031-05-02\n---\nThe Orrin Otters led Harrowgate 16-14 at the break, said Lena Marsh.",
                "---\ndate: 2031-05-02\n---\nAt half-time it was 15-14 for the Otters of Orrin at Harrowgate, said Lena Marsh.",
            ],
            "16 | 15",
        ),
        (
            "an edition, though years of other ones are named",
            &[
                "---\ndate: 2031-05-02\n---\n**43rd contest, Saturday 14 June 2031, Drill Hall, Harrowgate**\n\nThe bands of Orrin play. Lena Marsh conducts.",
                "---\ndate: 2031-05-02\n---\nLena Marsh of Harrowgate plays at Orrin. It was the 44th contest, and we have missed only two of them, in 1984 and in 1999.",
            ],
            "43 | 44",
        ),
        (
            "which time somebody wins what both sentences name",
            &[
                "---\ndate: 2031-05-02\n---\nFor the third time in her life Lena Marsh, 74, has taken home the Orrin Cup from the Harrowgate Show.",
                "---\ndate: 2031-05-02\n---\nOur club in Harrowgate can be proud. The Orrin Cup has gone to our Lena, and so she now has it for the fourth time.",
            ],
            "3 | 4",
        ),
        (
            "which time of something else",
            &[
                "---\ndate: 2031-05-02\n---\nFor the third time in her life Lena Marsh, 74, has taken home the Orrin Cup from the Harrowgate Show.",
                "---\ndate: 2031-05-02\n---\nLena Marsh of Harrowgate was in Orrin. A dog barked for the fourth time.",
            ],
            "",
        ),
        (
            "the storey of a heading and that of its text",
            &[
                "---\ntitle: Fire began on the fourth floor of Orrin House\ndate: 2031-05-02\n---\nIn Orrin House a fire spread from the second floor at noon.",
            ],
            "4 | 2",
        ),
        (
            "a title and the text below it",
            &[
                "---\ntitle: Two hurt as crane topples\ndate: 2031-05-02\n---\nA crane toppled on the quay of Orrin at noon. Four people were hurt, one of them badly.",
            ],
            "2 | 4",
        ),
        (
            "a title whose number the text has beside another",
            &[
                "---\ntitle: Two hurt as crane topples\ndate: 2031-05-02\n---\nA crane toppled on the quay of Orrin at noon. Two of the four people who were hurt are still in hospital.",
            ],
            "",
        ),
        (
            "a title and what was another time",
            &[
                "---\ntitle: Two hurt as crane topples\ndate: 2031-05-02\n---\nA crane toppled on the quay of Orrin at noon. In 2019 four people were hurt there.",
            ],
            "",
        ),
        (
            "who came, in two texts",
            &[
                "---\ndate: 2031-05-02\n---\nThe Orrin Brass Band of Lady Quillan played in Marlby hall before a crowd of 240.",
                "---\ndate: 2031-05-02\n---\nLady Quillan led the Orrin Brass Band through Marlby hall. Some rows were full: 310 people turned out.",
            ],
            "240 | 310",
        ),
        (
            "who came to another concert",
            &[
                "---\ndate: 2031-05-02\n---\nThe Orrin Brass Band of Lady Quillan played in Marlby hall before a crowd of 240.",
                "---\ndate: 2031-05-12\n---\nLady Quillan led the Orrin Brass Band through Marlby hall. Some rows were full: 310 people turned out.",
            ],
            "",
        ),
        (
            "who came and who sang",
            &[
                "---\ndate: 2031-05-02\n---\nThe Orrin Brass Band of Lady Quillan played in Marlby hall before a crowd of 240.",
                "---\ndate: 2031-05-02\n---\nLady Quillan led the Orrin Brass Band through Marlby hall. On its stage 310 people were arrested.",
            ],
            "",
        ),
        (
            "which visit, under two names",
            &[
                "---\ndate: 2031-05-02\n---\nThe Lady Quillan of the Orrin Line docks in Marlby for her third visit.",
                "---\ndate: 2031-05-02\n---\nMarlby waits for the fourth call of the Orrin Line and its Lady Quillan.",
            ],
            "3 | 4",
        ),
        (
            "which visit, and which birthday",
            &[
                "---\ndate: 2031-05-02\n---\nThe Lady Quillan of the Orrin Line docks in Marlby for her third visit.",
                "---\ndate: 2031-05-02\n---\nMarlby waits for the fourth birthday of the Orrin Line and its Lady Quillan.",
            ],
            "",
        ),
        (
            "a turnout, told by its label and by a clause",
            &[
                "---\ndate: 2031-05-02\n---\nMara Quill is mayor of Orrin and Marlby. Turnout: 61.3 per cent.",
                "---\ndate: 2031-05-02\n---\nOrrin and Marlby chose Mara Quill. Of those entitled to vote 63.1 per cent did.",
            ],
            "61.3 % | 63.1 %",
        ),
        (
            "a turnout and how full a hall was",
            &[
                "---\ndate: 2031-05-02\n---\nMara Quill is mayor of Orrin and Marlby. Turnout: 61.3 per cent.",
                "---\ndate: 2031-05-02\n---\nOrrin and Marlby chose Mara Quill. The hall was 64 per cent full.",
            ],
            "",
        ),
        (
            "a majority of votes",
            &[
                "---\ndate: 2031-05-02\n---\nMara Quillan of Marlby beat Otto Orrin by 212 votes.",
                "---\ndate: 2031-05-02\n---\nWith a majority of 122 Mara Quillan won Marlby, and Otto Orrin wept.",
            ],
            "212 | 122",
        ),
    ]);
}

#[test]
fn three_digits_of_which_two_are_swapped_are_a_slip_in_any_words() {
    let ballot = "---\ndate: 2031-05-02\n---\n# Orrin mill\n\nLena Marsh counted the slips at Orrin mill. For the pay deal: 287, she read. Rain fell on Marlby.";
    let press = |words: &str| {
        format!("---\ndate: 2031-05-03\n---\nAt Orrin mill Lena Marsh has her deal. {words} Marlby is glad.")
    };
    for (class, words, expected) in [
        ("swapped", "The union says 278 members were in favour.", "287 | 278"),
        ("another number", "The union says 297 members were in favour.", ""),
        ("all in another order", "The union says 728 members were in favour.", ""),
        ("of another year", "In 2027 278 members had been in favour.", ""),
        ("said as well", "Of 287 members who spoke up 278 were in favour.", ""),
        ("held against", "The union says 278 members were in favour, not 287.", ""),
    ] {
        let press = press(words);
        check_rows(&[(class, &[ballot, &press], expected)]);
    }
    let elsewhere = "---\ndate: 2031-05-03\n---\nIn Lowmoor 278 members were in favour, says Tom Reed.";
    check_rows(&[("another matter", &[ballot, elsewhere], "")]);
    let round = ballot.replace("287", "105");
    check_rows(&[("padded", &[&round, &press("The union says 150 members were in favour.")], "")]);
}

#[test]
fn what_has_grown_since_was_less_before() {
    for (has, words, expected) in [
        ("has £85,000", "has grown to £91,500 since Saturday", ""),
        ("has £85,000", "has £91,500", "GBP 85000 | GBP 91500"),
        // What was so three days before need not be so any more.
        ("now has £85,000", "has £91,500", ""),
    ] {
        let before = format!(
            "---\ndate: 2031-05-02\n---\n# Orrin school\n\nThe library fund of Orrin school {has}, says Lena Marsh."
        );
        let after = format!(
            "---\ndate: 2031-05-05\n---\n# Orrin school\n\nThe library fund of Orrin school {words}, says Lena Marsh."
        );
        check_rows(&[(words, &[&before, &after], expected)]);
    }
}

#[test]
fn a_figure_that_is_told_against_the_other_one_corrects_it() {
    check_rows(&[(
        "not so many",
        &[
            "---\ndate: 2031-05-02\n---\nBetween 40 and 60 tonnes of heavy oil leaked from the tanker Dorado at Orrin on Friday.",
            "---\ndate: 2031-05-05\n---\nOnly 31 tonnes of heavy oil leaked from the tanker Dorado at Orrin, not 60, Lena Marsh found.",
        ],
        "",
    )]);
}

#[test]
fn whoever_says_it_stands_before_the_verb_or_behind_it() {
    let rules = builtin_packs(&["rules/figures.toml", "rules/guards.toml"]);
    for (text, expected) in [
        ("The Orrin lock was mended at a cost of £340,000, said the keeper, Ana Lund.", "Ana Lund"),
        ("The mending of the Orrin lock cost £340,000, said Ana Lund of Lowmoor.", "Ana Lund"),
        ("Ana Lund, the keeper, said the mending of the Orrin lock cost £340,000.", "Ana Lund"),
    ] {
        let other = "# The Orrin lock\n\nThe mending of the Orrin lock cost £430,000.";
        let text = format!("# The Orrin lock\n\n{text}");
        let found = findings_in(&rules, &[&text, other]);
        let places = found.iter().flat_map(|finding| &finding.sides).flat_map(|side| &side.evidence);
        let said_by: Vec<&str> = places.filter_map(|at| at.said_by.as_deref()).collect();
        assert_eq!(said_by, [expected], "{text}");
    }
}

#[test]
fn whoever_says_the_same_of_a_disputed_thing_is_quoted_too() {
    let rules = builtin_packs(&["rules/figures.toml", "rules/guards.toml"]);
    let texts = [
        "# Fire at Orrin mill\n\nThe Orrin mill near Marlby burned. The flames took two sheds.",
        "# Orrin mill burns\n\nThe Orrin mill near Marlby is gone. The flames took three sheds.",
        // Too little is told here to be in dispute by itself.
        "# Orrin and Marlby\n\nThe Orrin mill near Marlby is a ruin. It was night. It rained hard. Nobody slept. Owls flew. Dogs \
         sang. Hay, straw, rye and bran lay in three sheds, and Tilda Crane fed the Marlby cows with barley.",
    ];
    let findings = findings_in(&rules, &texts);
    let places: Vec<Vec<usize>> = findings
        .iter()
        .flat_map(|finding| &finding.sides)
        .map(|side| side.evidence.iter().map(|at| at.span.start as usize).collect())
        .collect();
    let at = |text: usize, words: &str| texts[text].find(words).unwrap();
    assert_eq!(places, [vec![at(0, "two")], vec![at(1, "three"), at(2, "three")]]);
    assert!(findings_in(&rules, &[texts[0], texts[2]]).is_empty());
}

#[test]
fn what_becomes_of_those_counted_tells_figures_apart() {
    let text = |words: &str| format!("---\ndate: 2031-05-02\n---\n{words}");
    for (one, other, expected) in [
        ("Orrin Works of Marlby has orders for 84 trams.", "Orrin Works of Marlby has delivered 31 trams.", ""),
        (
            "The Orrin Run in Marlby had 412 runners at the start.",
            "The Orrin Run in Marlby had 398 runners at the finish.",
            "",
        ),
        ("Police in Marlby arrested 14 people at Orrin.", "Police in Marlby charged 9 people at Orrin.", ""),
        (
            "The Orrin Hall clock of Marlby is insured for £90,000.",
            "The Orrin Hall clock of Marlby was sold for £62,000.",
            "",
        ),
        (
            "In Marlby some 3,900 people put their names down for the Orrin Run.",
            "The Orrin Run in Marlby had 3,410 people at the start.",
            "",
        ),
        // One act has many words, and nobody who swaps two digits speaks of another thing.
        (
            "The Orrin Hall clock of Marlby fetched £61,000.",
            "The Orrin Hall clock of Marlby was sold for £83,000.",
            "GBP 61000 | GBP 83000",
        ),
        (
            "Orrin Works of Marlby has orders for 845 trams.",
            "Orrin Works of Marlby has delivered 854 trams.",
            "845 | 854",
        ),
    ] {
        check_rows(&[(one, &[&text(one), &text(other)], expected)]);
    }
}

#[test]
fn how_many_there_is_room_for_is_not_how_many_came() {
    let text = |words: &str| format!("---\ndate: 2031-05-02\n---\n{words}");
    let came = text("The ferry Orrin Star sailed from Marlby to Kelm on Friday with 211 passengers.");
    for (words, expected) in [
        ("The Orrin Star has room for 300 passengers from Marlby to Kelm.", ""),
        ("The Orrin Star can take about 300 passengers from Marlby to Kelm.", ""),
        ("The Orrin Star of Marlby and Kelm was designed to carry 300 passengers.", ""),
        ("The Orrin Star seats 300 passengers between Marlby and Kelm.", ""),
        (
            "# The Orrin Star, Marlby to Kelm\n\n| | |\n|---|---|\n| Length | 74 m |\n| Passengers | 300 |\n| Hydrogen | 4 tonnes |",
            "",
        ),
        ("On Friday 300 passengers sailed on the Orrin Star from Marlby to Kelm.", "211 | 300"),
    ] {
        check_rows(&[(words, &[&came, &text(words)], expected)]);
    }
}

#[test]
fn the_label_of_a_row_and_the_head_of_a_column_mark_a_figure_as_words_before_it_do() {
    let paid = "---\ndate: 2031-05-02\n---\n# Orrin bridge\n\nThe repair of Orrin bridge in Marlby cost €2.3 million, said Lena Marsh.";
    let sheet =
        |rows: &str| format!("---\ndate: 2031-05-02\n---\n# Orrin bridge in Marlby\n\nBy Lena Marsh.\n\n{rows}\n");
    for (rows, expected) in [
        ("| What | Sum |\n|---|---|\n| Cost of the repair (first estimate) | €1.8 million |", ""),
        ("| What | Planned |\n|---|---|\n| Cost of the repair | €1.8 million |", ""),
        ("| What | Sum |\n|---|---|\n| Cost of the repair | €1.8 million |", "EUR 2300000 | EUR 1800000"),
    ] {
        check_rows(&[(rows, &[paid, &sheet(rows)], expected)]);
    }
}

#[test]
fn an_average_and_what_some_of_all_do_are_other_figures() {
    let text = |words: &str| format!("---\ndate: 2031-05-02\n---\n{words}");
    for (one, other) in [
        (
            "Patients at the Orrin clinic in Marlby wait 11 weeks on average.",
            "One patient at the Orrin clinic in Marlby waited 39 weeks.",
        ),
        ("Among women in Marlby the Orrin List won 41 percent.", "The Orrin List won 36 percent in Marlby."),
        (
            "By noon turnout in Marlby was 31 percent at Orrin school.",
            "Turnout in Marlby was 71 percent at Orrin school.",
        ),
        (
            "Lena Toveld won the Orrin Run in Marlby among the women in 151 minutes.",
            "Emil Strand was first of the men in the Orrin Run in Marlby in 134 minutes.",
        ),
        ("Orrin Works of Marlby earned £48 million before tax.", "After tax Orrin Works of Marlby earned £36 million."),
        (
            "The record for the Orrin Run in Marlby is 31 minutes.",
            "Lena Toveld won the Orrin Run in Marlby in 34 minutes.",
        ),
    ] {
        check_rows(&[(one, &[&text(one), &text(other)], "")]);
    }
}
