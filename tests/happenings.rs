//! Small texts on invented events: in `tests/happenings/loud` each folder has one contradiction, in `quiet` there is none.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use std::path::PathBuf;

use belie::conflicts::finding::Finding;
use belie::rules::rule::Rules;
use belie::rules::severity::Severity;
use engine::{Source, articles, builtin_rules, findings, findings_in, in_package};

fn loud(name: &str) -> Vec<Source> {
    articles(&in_package("tests/happenings/loud").join(name))
}

/// What is told at least as a warning: the rule and its sides.
fn told(rules: &Rules, sources: &[Source]) -> Vec<String> {
    findings(rules, sources).iter().filter(|finding| finding.severity != Severity::Note).map(short).collect()
}

fn short(finding: &Finding) -> String {
    let sides: Vec<String> = finding.sides.iter().map(|side| side.value.to_string()).collect();
    format!("{} {}", finding.rule, sides.join(" | "))
}

#[test]
fn one_event_with_two_values_is_told() {
    let rules = builtin_rules();
    for (folder, expected) in [
        ("almanac", "events/day 1927 | 1931"),
        ("collision", "events/hour T05:14 | T06:40"),
        ("curtain", "events/hour T07:30 | T20:15"),
        ("derailed", "events/day XXXX-WXX-4 | XXXX-WXX-3"),
        ("duchess", "events/day 2031-06-12 | 2031-06-10"),
        ("ferrymen", "events/last-day XXXX-04-30 | 2026-04-15"),
        ("founded", "events/day 1921 | 1926"),
        ("lido", "events/day XXXX-WXX-1 | XXXX-WXX-2"),
        ("opera", "events/day 1948 | 1984"),
        ("painter", "events/place Torwick | Hesselby"),
        ("plots", "events/day XXXX-04-14 | XXXX-04-21"),
        ("pumps", "figures/quantity 9 mi² | 19 mi²"),
        ("roof", "events/act not repaired | repaired"),
        ("sail-loft", "events/hour T01:20 | T02:35"),
        ("sailor", "events/day XXXX-WXX-7 | XXXX-WXX-1"),
        ("skate-park", "events/act accepted | not accepted"),
        ("tower", "events/day 1887 | 1889"),
    ] {
        assert_eq!(told(&rules, &loud(folder)), [expected], "{folder}");
    }
}

#[test]
fn two_findings_of_one_event_are_both_told() {
    let expected = ["events/day 2026-04-30 | 2026-05-04", "events/act supports | not supports"];
    assert_eq!(told(&builtin_rules(), &loud("ward")), expected);
}

#[test]
fn events_of_one_kind_are_no_contradiction() {
    let rules = builtin_rules();
    let mut all = Vec::new();
    let folders = std::fs::read_dir(in_package("tests/happenings/quiet")).unwrap();
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    for folder in folders {
        let texts = articles(&folder);
        assert_eq!(told(&rules, &texts), Vec::<String>::new(), "{}", folder.display());
        let name = |source: Source| Source { name: format!("{}/{}", folder.display(), source.name), ..source };
        all.extend(texts.into_iter().map(name));
    }
    assert!(all.len() > 20, "{} texts", all.len());
    assert_eq!(told(&rules, &all), Vec::<String>::new(), "all at once");
}

#[test]
fn a_clause_states_a_verb_negates_it_or_leaves_it_open() {
    let rules = builtin_rules();
    let first = "The Arlen trust signed the lease of the Harrow mill.";
    for (second, conflict) in [
        ("The Arlen trust did not sign the lease of the Harrow mill.", true),
        ("The Arlen trust never signed a lease of the Harrow mill.", true),
        ("The Arlen trust walked out without signing the lease of the Harrow mill.", true),
        ("The Arlen trust refused to sign the lease of the Harrow mill.", true),
        ("The Arlen trust signed no lease of the Harrow mill.", true),
        ("The Arlen trust may not sign the lease of the Harrow mill.", false),
        ("The Arlen trust had not yet signed the lease of the Harrow mill.", false),
        ("The Arlen trust denies having signed the lease of the Harrow mill.", false),
        ("The Arlen trust not only signed the lease of the Harrow mill.", false),
        ("The Arlen trust did not sign the lease of the Crane mill.", false),
        ("The county did not sign the contract for the Harrow mill.", false),
        ("Did the Arlen trust not sign the lease of the Harrow mill?", false),
    ] {
        let findings = findings_in(&rules, &[format!("{first} It rained. {second}")]);
        assert_eq!(findings.iter().any(|finding| finding.rule == "events/act"), conflict, "{second}");
    }
}

#[test]
fn two_texts_of_one_story_need_few_words_to_tell_of_one_event() {
    check_rows(&[
        // The time of day, by a verb or by a label.
        ("The market opens at 9 am.", "The market opens at 9.30 am.", "events/hour"),
        ("The market opens at 9 am.", "The market closes at 9.30 am.", ""),
        ("The market opens at 9 am.", "The museum opens at 9.30 am.", ""),
        ("The market opens at 9 am on Saturday.", "The market opens at 9.30 am on Sunday.", ""),
        ("In summer the market opens at 9 am.", "In winter the market opens at 10 am.", ""),
        ("The cliff broke off at 10:20.", "The cliff broke off at 3.40 pm.", "events/hour"),
        ("The cliff broke off at 10:20.", "The cliff broke up at 3.40 pm.", ""),
        ("Last ferry: 21:15.", "The last ferry is at 9.45 pm.", "events/hour"),
        ("Last ferry: 21:15.", "First ferry: 06:15.", ""),
        ("Last ferry: 21:15.", "The last bus is at 9.45 pm.", ""),
        ("Doors: 18:30.", "Doors 19:00.", "events/hour"),
        ("The market opened at 9 am.", "The market will open at 10 am.", ""),
        // Days.
        ("The sale is to close on 30 June 2026.", "The sale is to close on 31 July 2026.", "events/day"),
        (
            "The sale is to close on 30 June 2026.",
            "Subject to a vote of the members, the sale is to close on 31 July 2026.",
            "events/day",
        ),
        ("The trust discovered the leak on 3 May.", "On 9 May it found out that oil had run off.", "events/day"),
        ("The trust discovered the leak on 3 May.", "On 9 July it found out that oil had run off.", ""),
        ("On 3 May the Otter sank a tender.", "Then, on 4 May, it had sunk the tender Ada Brock.", "events/day"),
        ("On 3 May the Otter sank a tender.", "On 4 May the Heron sank a tender.", ""),
        ("The sale is to close on 30 June 2026.", "The sale was postponed and is to close on 31 July 2026.", ""),
        ("Launch date: 3 May 2026.", "The launch is on 4 May 2026.", "events/day"),
        ("From 1 May the slip is locked.", "The slip will be locked from 1 June.", "events/day"),
        ("It was on 3 May that she found the wreck.", "She located the wreck on 9 May.", "events/day"),
        ("The quake struck Harrow on 3 May 2019.", "The quake struck Harrow on 9 June 2026.", ""),
        ("The first boat sailed on 3 May.", "The second boat sailed on 9 May.", ""),
        ("The first boat sailed on 3 May.", "The boat sailed on 9 May.", ""),
        // Lengths.
        ("Ilse Arlen was jailed for three years.", "Ilse Arlen was sent to prison for two years.", "events/length"),
        ("Ilse Arlen was jailed for three years.", "Her brother Tom was sent to prison for two years.", ""),
        ("The play lasts two hours.", "The play takes three hours.", "events/length"),
        ("The play lasts two hours.", "The interval lasts half an hour.", ""),
        ("The drivers will walk out for 24 hours.", "Members plan a two-day stoppage.", "events/length"),
        ("The mill took two years to build.", "The mill was built in three months in 1871.", ""),
        // Places.
        ("Ilse Arlen was born in Brackwell.", "Arlen, a joiner's daughter, was born in Corran.", "events/place"),
        ("Ilse Arlen was born in Brackwell.", "Her brother, Tom, was born in Corran.", ""),
        ("Ilse Arlen was born in Brackwell.", "Ilse Arlen was born in Brackshire.", ""),
        ("The plane landed at Brackwell.", "The plane touched down at Corran.", "events/place"),
        ("The final will be held at Brackwell.", "The final, to be played at Corran, is sold out.", "events/place"),
        ("The final will be held at Brackwell.", "The semi-final will be held at Corran.", ""),
        // Whether.
        ("The motion was defeated.", "The motion was carried.", "events/act"),
        ("The motion was defeated.", "The amendment was carried.", ""),
        ("No ticket is needed.", "A ticket is required.", "events/act"),
        ("No ticket is needed.", "A passport is required.", ""),
        ("Arlen admitted three counts of theft.", "Arlen denied three counts of theft.", "events/act"),
        ("Arlen admitted three counts of theft.", "Arlen denied a count of arson.", ""),
        ("The parade went ahead.", "The parade was cancelled.", "events/act"),
        ("The parade went ahead.", "The fireworks were cancelled.", ""),
        ("The village was evacuated.", "The village was never evacuated.", "events/act"),
        // Order.
        ("She wrote the play before her novel.", "Arlen wrote it after the novel.", "events/order"),
        ("She wrote the play before her novel.", "Arlen wrote it after the war.", ""),
        ("The pump is fitted before the filter.", "The pump is fitted after the filter.", "events/order"),
        ("The pump is fitted before the filter.", "The valve is fitted after the filter.", ""),
    ]);
}

#[test]
fn the_words_by_which_news_says_and_denies_one_act_meet() {
    check_rows(&[
        ("No ransom was paid.", "The trust paid the ransom.", "events/act"),
        ("No radioactive substance was released.", "Some radioactive steam was released.", "events/act"),
        ("The pumps had been switched off.", "The pumps were switched on.", "events/act"),
        ("The request to keep hens was turned down.", "Permission was given to keep hens.", "events/act"),
        ("Arlen was arrested on Monday.", "Arlen is still at large.", "events/act"),
        ("The dog has been found.", "The dog is still missing.", "events/act"),
        ("Nobody was hurt.", "Two passengers were hurt.", "events/act"),
        ("No one was injured in the fire.", "Three people were injured in the fire.", "events/act"),
        ("The driver was unhurt.", "The driver was injured.", "events/act"),
        ("The boat was insured.", "The boat was uninsured.", "events/act"),
        ("The painting was sold.", "The painting went unsold.", "events/act"),
        ("The painting found no buyer.", "The painting was sold.", "events/act"),
        ("Arlen was found guilty.", "Arlen was cleared.", "events/act"),
        ("Arlen stayed away from the meeting.", "Arlen attended the meeting.", "events/act"),
        ("Arlen did not come to the meeting.", "Arlen attended the meeting.", "events/act"),
        ("The mayor knew of the leak.", "The mayor did not know of the leak.", "events/act"),
        ("The mayor was told of the leak.", "The mayor was never told of the leak.", "events/act"),
        ("The church was locked.", "The church was unlocked.", "events/act"),
        ("The door was left open.", "The door was shut.", "events/act"),
        ("Dogs are allowed on the beach.", "Dogs are banned from the beach.", "events/act"),
        ("Dogs are welcome on the beach.", "No dogs are allowed on the beach.", "events/act"),
        ("No shot was fired.", "One of them fired a shot into the ceiling.", "events/act"),
        ("The ferry was empty.", "The ferry was full.", ""),
        ("The council agreed to the sale.", "The council turned down the sale.", "events/act"),
        ("The council voted for the sale.", "The council voted against the sale.", "events/act"),
        ("The suspect was charged with theft.", "The suspect was released without charge.", "events/act"),
        ("The report was published.", "The report was never published.", "events/act"),
        ("The report was published.", "The report has been kept secret.", "events/act"),
        ("The concert was cancelled.", "The concert was held.", "events/act"),
        ("The concert was called off.", "The concert took place in the hall.", "events/act"),
        ("The crew was rescued.", "None of the crew was rescued.", "events/act"),
        ("The wreck was raised.", "The wreck was never raised.", "events/act"),
        ("The trust won the appeal.", "The trust lost the appeal.", "events/act"),
        ("Harrow won the match.", "Harrow lost the match.", "events/act"),
        ("Arlen won the final.", "Brock lost the final to Arlen.", ""),
        ("Arlen sold the boat to the trust.", "The trust did not sell the boat to Arlen.", ""),
        ("Arlen sold the boat to the trust.", "Arlen did not sell the boat to the trust.", "events/act"),
        ("The ship ran aground.", "The ship did not run aground.", "events/act"),
        ("Arlen has resigned.", "Arlen has not resigned.", "events/act"),
        ("The train stopped at Corran.", "The train did not stop at Corran.", "events/act"),
        ("The train ran through Corran without stopping.", "The train stopped at Corran.", "events/act"),
        ("The alarm did not ring.", "The alarm rang.", "events/act"),
        ("The warning was ignored.", "The warning was heeded.", "events/act"),
        ("The helmet was worn by the rider.", "The rider wore no helmet.", "events/act"),
        ("The patient recovered.", "The patient died.", "events/act"),
        ("The ban was lifted.", "The ban remains in place.", "events/act"),
        ("The water is safe to drink.", "The water must not be drunk.", ""),
        ("The bid was successful.", "The bid failed.", "events/act"),
        ("The deal has been approved.", "The deal has been blocked.", "events/act"),
        ("The factory will close.", "The factory will stay open.", "events/act"),
        ("The workers will strike.", "The workers will not strike.", "events/act"),
        ("The captain was sober.", "The captain was drunk.", "events/act"),
        ("The law was passed by parliament.", "The law was rejected by parliament.", "events/act"),
        ("The passengers were evacuated.", "The passengers stayed on board.", ""),
        ("The vote was unanimous.", "Two members voted against.", ""),
        ("No visitors are allowed on the wards.", "Visitors are allowed on the wards.", "events/act"),
        ("Calls were not affected.", "Calls could not get through.", ""),
        ("The museum was insured.", "The museum had no insurance.", "events/act"),
        ("The road is passable.", "The road is impassable.", "events/act"),
        ("The mill has a licence.", "The mill has no licence.", "events/act"),
        ("The match was abandoned.", "The match was played to the end.", ""),
        ("The tower was demolished.", "The tower still stands.", "events/act"),
        ("The company will pay the fine.", "The company will not pay the fine.", "events/act"),
        ("Nobody was hurt in the fire.", "Two people were hurt in the crash.", ""),
        ("Admission is free for children.", "Admission costs £5.", ""),
        ("The painting was sold.", "The drawing was unsold.", ""),
        ("Dogs are allowed on the beach in winter.", "Dogs are banned from the beach in summer.", ""),
        ("The road was closed on Monday.", "The road was open on Friday.", ""),
        ("The church was locked.", "The hall was unlocked.", ""),
        ("The council voted for the sale.", "The union voted against the sale.", ""),
        ("Arlen was found guilty.", "Tom Corran was cleared.", ""),
        ("The dog was missing.", "The dog has been found.", ""),
        ("The bid was successful.", "The first bid failed.", ""),
        ("The pumps were switched off.", "The fans were switched on.", ""),
        ("Harrow won the match.", "Corran lost the match.", ""),
        ("Harrow won the cup.", "Harrow lost the match.", ""),
        ("Lorries may use the tunnel.", "The tunnel will be closed to bicycles.", ""),
        ("Arlen had no children.", "Her brother had two children.", ""),
        ("No children were on board.", "Two adults were on board.", ""),
        ("The concert was cancelled.", "The parade was held.", ""),
        ("The lights were on.", "The heating was off.", ""),
        ("The tower was demolished.", "The chapel still stands.", ""),
        ("The shop was open on Sunday.", "The shop was shut in the war.", ""),
        ("The request to keep hens was turned down.", "Permission was given to keep bees.", ""),
        ("The trust won the appeal.", "The trust lost the first case.", ""),
        ("The factory closed in 1990.", "The factory was open in 1980.", ""),
        ("The trust sued the council.", "The council sued the trust.", ""),
        ("Harrow beat Corran.", "Lowell beat Corran.", ""),
    ]);
}

#[test]
fn the_words_that_news_has_for_one_day_or_hour_of_an_event_meet() {
    check_rows(&[
        ("The fair opens on 18 September 2026.", "The fair opens on 19 September 2026.", "events/day"),
        ("The fair opens on 18 September 2026.", "The fair will open its gates on 19 September 2026.", "events/day"),
        ("The fair opened on 1 May 2026.", "The fair had opened its gates on 2 May 2026.", "events/day"),
        ("The trust was founded in 1911.", "The trust has been in business since 1921.", "events/day"),
        ("The trust was founded in 1911.", "The trust dates from 1921.", "events/day"),
        ("The trust was founded in 1911.", "The trust was set up in 1921.", "events/day"),
        ("The trust was founded in 1911.", "The trust has existed since 1921.", "events/day"),
        ("The trust was founded in 1911.", "The trust goes back to 1921.", "events/day"),
        ("The mill was built in 1871.", "The mill dates from 1891.", "events/day"),
        ("The mill was built in 1871.", "The mill, built in 1891, is for sale.", "events/day"),
        ("The mill was built in 1871.", "The mill has stood here since 1891.", "events/day"),
        (
            "\n\n| Step | Date |\n|---|---|\n| Keel laid | 4 March 2024 |",
            "The keel was laid on 17 June 2024.",
            "events/day",
        ),
        (
            "\n\n| Step | Date |\n|---|---|\n| Keel laid | 4 March 2024 |",
            "The ship, whose keel was laid on 17 June 2024, is new.",
            "events/day",
        ),
        ("Work began on 3 March 2026.", "Work started on 9 March 2026.", "events/day"),
        ("The works are to begin on 3 June.", "Work will start on 10 June.", "events/day"),
        ("Term ends on 18 July.", "\n\n| Event | Date |\n|---|---|\n| Last day of term | 22 July |", "events/day"),
        ("Term finishes on 18 July.", "Last day of term: 22 July.", "events/day"),
        ("Entries close on 5 June.", "The closing date for entries is 12 June.", "events/day"),
        ("The contract was signed on 11 March 2023.", "She put her name to the contract on 18 May 2023.", "events/day"),
        (
            "The contract was signed on 11 March 2023.",
            "The signing of the contract took place on 18 May 2023.",
            "events/day",
        ),
        ("The bridge opened on 3 May 2019.", "The opening of the bridge on 9 May 2019 drew crowds.", "events/day"),
        ("The bridge opened on 3 May 2019.", "The bridge has been open since 9 May 2019.", "events/day"),
        ("The fire broke out on 2 May.", "The fire has been burning since 1 May.", "events/day"),
        ("The fire broke out on 2 May.", "The fire began on 1 May.", "events/day"),
        ("The fire broke out on 2 May.", "The fire started on Friday, 1 May.", "events/day"),
        ("The quake struck on 2 May.", "The quake hit on 1 May.", "events/day"),
        ("The ship sank on 2 May 1911.", "The ship went down on 9 May 1911.", "events/day"),
        ("The robbery took place on 2 May.", "The robbers came in on 1 May.", ""),
        ("Arlen died on 2 May.", "Arlen passed away on 1 May.", "events/day"),
        ("Arlen died on 2 May.", "The death of Arlen on 1 May was sudden.", "events/day"),
        (
            "The comet was discovered on 11 January 2026.",
            "It was on 17 January that Arlen found the comet.",
            "events/day",
        ),
        ("The law takes effect on 20 May.", "The law comes into force on 22 May.", "events/day"),
        ("The trial begins on 20 May.", "The trial opens on 22 May.", "events/day"),
        ("The match was played on 2 May.", "The match took place on 1 May.", "events/day"),
        ("The election was held on 2 May.", "The election took place on 1 May.", "events/day"),
        ("The meeting is on 20 May.", "The meeting will be held on 21 May.", "events/day"),
        ("The festival starts on Friday, 8 May.", "The festival starts on 9 May.", "events/day"),
        ("The factory was closed in 1998.", "The factory shut its doors in 2001.", "events/day"),
        ("The railway reached Harrow in 1871.", "The first train came to Harrow in 1881.", ""),
        ("The tower was struck by lightning in 1871.", "Lightning struck the tower in 1881.", "events/day"),
        ("Arlen was arrested on Monday.", "Arlen was arrested on Saturday.", "events/day"),
        ("The ballot closes on 20 May.", "Voting ends on 27 May.", "events/day"),
        ("The meeting starts at 7.30 pm.", "The meeting begins at 7 pm.", "events/hour"),
        ("Gates open at 1 pm.", "The gates will open at noon.", "events/hour"),
        ("Opening hours: 5:30 to 18:00.", "The doors open at half past six.", ""),
        ("\n\n| | Weekdays |\n|---|---|\n| Last boat | 18:40 |", "The last boat leaves at 19:10.", "events/hour"),
        ("The train left at 08:15.", "The train departed at 09:15.", "events/hour"),
        ("The trust was founded in 1911.", "The mill has been in business since 1921.", ""),
        ("The trust was founded in 1911.", "The trust has owned the mill since 1921.", ""),
        ("The mill was built in 1871.", "The wheel dates from 1891.", ""),
        ("The mill was built in 1871.", "The mill has been closed since 1991.", ""),
        ("The fair opens on 18 September 2026.", "The museum opens on 19 September 2026.", ""),
        ("Entries close on 5 June.", "The deadline for photographs is 12 June.", ""),
        ("The deadline for the first round is 5 June.", "The deadline for the second round is 12 June.", ""),
        ("Work began on 3 March 2026.", "Work on the roof started on 9 March 2026.", ""),
        ("Arlen joined the trust in 1998.", "Arlen has been chairman of the trust since 2001.", ""),
        ("The bridge opened on 3 May 2019.", "The bridge has been closed since 9 May 2019.", ""),
        ("Term ends on 18 July.", "Last day of the holidays: 22 July.", ""),
        ("The fire broke out on 2 May.", "The fire was put out on 4 May.", ""),
        ("The match was played on 2 May.", "The return match was played on 9 May.", ""),
        ("The first boat leaves at 07:20.", "The last boat leaves at 18:40.", ""),
        ("The race starts on Sunday.", "The prize-giving is on Saturday.", ""),
        ("Prize-giving: 14:00.", "Prize-giving: 15:00.", "events/hour"),
        ("Prize-giving: 14:00.", "The prize-giving is at 15:00.", "events/hour"),
    ]);
}

#[test]
fn the_words_that_news_has_for_how_long_something_lasts_meet() {
    check_rows(&[
        (
            "The bridge will be closed for six weeks.",
            "The bridge was shut on Monday and will remain so for ten weeks.",
            "events/length",
        ),
        ("The bridge will be closed for six weeks.", "The bridge will stay shut for ten weeks.", "events/length"),
        ("The bridge will be closed for six weeks.", "The closure of the bridge will last ten weeks.", "events/length"),
        ("Arlen won by 34 seconds.", "Arlen won by one minute.", "events/length"),
        ("Arlen won by 34 seconds.", "Arlen beat Tom Corran by one minute.", "events/length"),
        ("Arlen is 34 seconds ahead of Tom Corran.", "Arlen beat Tom Corran by one minute.", "events/length"),
        (
            "Arlen finished 34 seconds ahead of Tom Corran.",
            "Arlen finished one minute ahead of Tom Corran.",
            "events/length",
        ),
        ("The tunnel opened two years late.", "The tunnel opened three years late.", "events/length"),
        ("The tunnel is two years behind schedule.", "The tunnel is three years behind schedule.", "events/length"),
        ("The tunnel is two years behind schedule.", "The tunnel is three years late.", "events/length"),
        ("Arlen was jailed for two years.", "Arlen was sentenced to three years in prison.", "events/length"),
        ("Arlen was given a two-year sentence.", "Arlen was jailed for three years.", "events/length"),
        (
            "Arlen received a suspended sentence of ten months.",
            "Arlen received a suspended sentence of a year.",
            "events/length",
        ),
        ("The final lasted two hours.", "The final took three hours.", "events/length"),
        ("The crossing takes 55 minutes.", "The crossing lasts an hour and a half.", "events/length"),
        ("The crossing takes 55 minutes.", "Crossing time: an hour and a half.", "events/length"),
        ("The crossing takes 55 minutes.", "The 90-minute crossing is rough.", "events/length"),
        ("Building will take 14 months.", "Construction will last a year and a half.", "events/length"),
        ("The strike will last 48 hours.", "The three-day strike begins on Monday.", "events/length"),
        ("The truce will last 60 days.", "The truce holds for 90 days.", "events/length"),
        ("The truce will last 60 days.", "The 90-day truce is signed.", "events/length"),
        ("The outage lasted three hours.", "Length of the outage: five hours.", "events/length"),
        ("The trial lasted three weeks.", "After a trial of five weeks, the jury retired.", "events/length"),
        ("The notice period is three months.", "The notice period is six weeks.", "events/length"),
        ("The guarantee runs for two years.", "The three-year guarantee is good.", "events/length"),
        ("Arlen won by 34 seconds.", "Tom Corran won by one minute.", ""),
        ("The bridge will be closed for six weeks.", "The road will be closed for ten weeks.", ""),
        ("The final lasted two hours.", "The semi-final lasted three hours.", ""),
        ("The crossing takes 55 minutes.", "The walk takes an hour and a half.", ""),
        ("The crossing takes 55 minutes in summer.", "The crossing takes 90 minutes in winter.", ""),
        ("The tunnel is two years behind schedule.", "The bridge is three years late.", ""),
        ("Arlen was jailed for two years.", "Arlen was banned from driving for three years.", ""),
        ("The strike lasted 48 hours.", "The first strike lasted 24 hours.", ""),
        ("The work will take 14 months.", "The work on the roof will take two months.", ""),
    ]);
}

#[test]
fn places_meet_where_they_are_of_one_kind() {
    check_rows(&[
        ("Arlen was born in Lowell.", "The birthplace of Arlen is Corran.", ""),
        ("The judges tasted blind in the riding hall.", "All tasting was done in the cellar of the old barn.", ""),
        ("The ship was built in Corran.", "The ship was launched in Lowell.", ""),
        ("The meeting was held at the town hall.", "The concert was held in the church.", ""),
        ("The meeting was held in the town hall.", "The meeting was held in the council chamber of the town hall.", ""),
        ("The fire broke out in the kitchen.", "The fire broke out in the hotel.", ""),
        ("The meeting was held in the afternoon.", "The meeting was held in the church.", ""),
        ("The meeting was held in Lowell.", "The meeting was held in the church.", ""),
        ("The body was found in the river.", "The body was found in the morning.", ""),
        ("The ball was found in the garden.", "The ball was found in the grounds of the castle.", ""),
        ("The fire broke out in the kitchen.", "The fire began in the attic.", "events/room"),
        ("Arlen was arrested at the airport.", "Arlen was arrested at home.", "events/building"),
        ("The meeting was held at the town hall.", "The meeting was held in the church.", "events/building"),
        ("Arlen was born in Lowell.", "Arlen came from Corran, where she was born.", "events/place"),
    ]);
}

#[test]
fn rules_commands_and_habits_tell_of_no_one_case() {
    check_rows(&[
        ("The pump is used by the trust.", "The pump is not used by the trust.", "events/act"),
        ("Use the pump of the trust.", "The pump of the trust is not used.", ""),
        ("The trust: do not use the pump.", "The pump is used by the trust.", ""),
        ("The gate is open to the trust when it rains.", "The gate is closed to the trust.", ""),
        ("The gate was open when the trust came.", "The gate was closed.", "events/act"),
        ("Arlen often attended the meeting.", "Arlen did not attend the meeting.", ""),
        ("The following pumps are needed.", "The pumps are not needed.", ""),
        ("You need the permit.", "The permit is not needed.", ""),
        ("It is not allowed on pumps that contain any oil.", "The pump does not contain any oil.", ""),
        ("The trust makes pumps that contain oil.", "The pumps do not contain oil.", ""),
        ("The trust hires boats that need a filter.", "The boats do not need a filter.", ""),
        ("The trust removed unused pumps.", "The pumps were used.", ""),
        ("The pumps were unused.", "The pumps were used.", "events/act"),
        ("2031 Ferry differences", "2034 Ferry differences", ""),
        ("Ferry 9.0.0-pre1 - 2031-05-05", "Ferry 7.3.0-pre1 - 2031-01-27", ""),
    ]);
}

/// Two texts of one story, each with one of the sentences, and the rules on events that find something in them.
#[track_caller]
fn check_rows(rows: &[(&str, &str, &str)]) {
    let rules = builtin_rules();
    let wrong = |(first, second, expected): &(&str, &str, &str)| {
        let told = of_events(&rules, first, second);
        (told != *expected).then(|| format!("{first} / {second}: {told}, not {expected}"))
    };
    let wrong: Vec<String> = rows.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rules on events that find something in two texts of one story which say these sentences.
fn of_events(rules: &Rules, first: &str, second: &str) -> String {
    let story = |sentence: &str| format!("Ilse Arlen and the Tarnby Ferry Trust are in the news of Harrow. {sentence}");
    let findings = findings_in(rules, &[story(first), story(second)]);
    let told: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.severity != Severity::Note && finding.rule.starts_with("events/"))
        .map(|finding| finding.rule.as_str())
        .collect();
    told.join(" ")
}
