//! The post that the words on either side of a person's name say the person has: "the parish clerk, Ann Lee", "Ann Lee, who
//! chairs the board", "Coach: Ann Lee", "directed by Ann Lee".

use std::ops::Range;

use super::post::Post;
use super::post_before::{before, relative};
use super::post_behind::behind;
use super::post_phrase::Nearby;
use super::post_words::LISTED;
use crate::source::document::Document;
use crate::values::vocabulary::{Class, class_of};

/// The post of the person who is named at `name`; `None` where the words beside the name tell of none.
pub(super) fn post(document: &Document, name: &Range<usize>) -> Option<Post> {
    let near = &Nearby::of(document, name);
    let start = before_titles(near, name.start);
    // "The directors Ann Lee and Tom Reed": whose it is cannot be told. What is set off behind the second one is that one's.
    if near.word(name.end) == "and" {
        return None;
    }
    if near.word_before(start) == "and" {
        return behind(near, name.end).filter(|_| matches!(near.word(name.end), "," | "("));
    }
    relative(near, start, name.end).or_else(|| behind(near, name.end)).or_else(|| before(near, start, name.end))
}

/// The first token of the titles before a name: "Mr", "Prof."
fn before_titles(near: &Nearby<'_>, mut start: usize) -> usize {
    let is_title = |at: usize| {
        let word = near.word(at);
        class_of(word).is(Class::TITLE)
            && near.document.capital(at)
            && (word.len() <= 4 || near.look_up(at, &LISTED.nouns).is_none())
    };
    loop {
        let point = usize::from(near.word_before(start) == ".");
        match start.checked_sub(1 + point) {
            Some(title) if is_title(title) => start = title,
            _ => return start,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::post;
    use crate::source::file::File;
    use crate::source::read::{Format, document};

    /// The posts of the person `Lee`, or `Ann Lee`, of a text: its title, and its marks.
    fn read(text: &str) -> Vec<String> {
        let document = document(Arc::new(File::new("a", text)), Format::Markdown);
        let lee = (0..document.tokens().len()).filter(|&at| document.raw(at) == "Lee");
        let name = lee.map(|at| if at > 0 && document.raw(at - 1) == "Ann" { at - 1..at + 1 } else { at..at + 1 });
        let posts = name.filter_map(|name| post(&document, &name)).map(|post| {
            let marks =
                [(post.sole, '!'), (post.definite, '='), (post.new, '+'), (post.by_verb, '~'), (post.deputy, '-')];
            let marks = marks.into_iter().filter(|(mark, _)| *mark).map(|(_, mark)| mark);
            let of = (post.duties.len(), post.bodies.len(), post.names.len());
            format!("{} {}{}{} {}", post.title, of.0, of.1, of.2, marks.collect::<String>()).trim_end().to_owned()
        });
        posts.collect()
    }

    #[test]
    fn posts_are_read_on_either_side_of_a_name() {
        for (text, expected) in [
            ("Ann Lee, the parish clerk, wrote it.", "parish clerk 010 !="),
            ("Mrs Ann Lee (treasurer) was there.", "treasurer 000 !"),
            ("The treasurer, Mrs Ann Lee, was there.", "treasurer 000 !="),
            ("Norvane's finance director, Ann Lee, smiled.", "Norvane's finance director 101 !="),
            ("Norvane's chief executive is Ann Lee.", "Norvane's chief executive 101 !="),
            ("Ann Lee is Norvane's chief executive.", "Norvane's chief executive 101 !="),
            ("The chief executive of Norvane is Ann Lee.", "chief executive of Norvane 101 !="),
            ("It was edited by Ann Lee.", "edited 000 !~"),
            ("Directed by Ann Lee", "Directed 000 !~"),
            ("The bridge was designed by Ann Lee.", "designed 010 =~"),
            ("Ann Lee, who chairs the works committee, spoke.", "chairs the works committee 110 !=~"),
            ("Ann Lee, head of networks at Norvane, spoke.", "head of networks at Norvane 101 !"),
            ("**Coach:** Ann Lee", "Coach 000 !="),
            ("| Post | Who |\n|---|---|\n| Treasurer | Ann Lee |", "Treasurer 000 !="),
            ("They heard head brewer Ann Lee speak.", "head brewer 000 !"),
            ("Ann Lee, 43, the new warden of the reserve, spoke.", "new warden of the reserve 010 !=+"),
            ("| Part | Actor |\n|---|---|\n| The widow | Ann Lee |", "widow 001 !="),
            ("Ann Lee plays the widow.", "widow 001 !="),
            ("Ann Lee, the museum's deputy director, left.", "museum's deputy director 010 !=-"),
            ("Mrs Lee, the Year 4 teacher, spoke.", "Year 4 teacher 002 ="),
            ("Harbour master Ann Lee spoke.", "Harbour master 000 !"),
            ("Ann Lee, secretary-general of the league, spoke.", "secretary-general of the league 010 !"),
            ("Ann Lee stays on as master brewer.", "master brewer 000 !"),
            ("Ann Lee has long been managing director since then.", "managing director 100 !"),
            ("Ann Lee has been the mill's director.", "mill's director 010 !="),
            ("Ann Lee, who was at the wheel, slept.", "at the wheel 000 ="),
            ("Ann Lee, who has had charge of the mill since May, slept.", "charge of the mill 010 !="),
            ("Ann Lee, who has had charge of the mill as miller, slept.", "miller 000"),
            ("The choir sang under the baton of Ann Lee.", "baton 000 !="),
            ("The choir sang under its conductor, Ann Lee.", "conductor 010 !="),
            ("The driver was named as Ann Lee.", "driver 000 ="),
            ("The club named Ann Lee as coach.", "coach 000 !+"),
            ("The hall, which Ann Lee designed, leaks.", "designed 010 =~"),
            ("The statue in the hall was carved by Ann Lee.", "carved 010 =~"),
            ("The judge in the trial, Ann Lee, slept.", "judge in the trial 010 ="),
            ("The CFO, Ann Lee, slept.", "CFO 200 !="),
            ("Ann Lee, who runs the museum, slept.", "runs the museum 010 !=~"),
            ("They met Foreign Minister Ann Lee.", "Foreign Minister 100"),
            ("Ann Lee has been elected chair of the league.", "chair of the league 010 !+"),
            ("The board chose Ann Lee as its chair.", "chair 010 !=+"),
            ("The board picked Ann Lee to chair the club.", "chair the club 010 !=+~"),
            ("The board elected Ann Lee chair of the club.", "chair of the club 010 !+"),
            ("Ann Lee will become the mill's director.", "mill's director 010 !=+"),
            ("Ann Lee is to be the director of the mill.", "director of the mill 010 !=+"),
            ("The next director of the mill will be Ann Lee.", "next director of the mill 010 !=+"),
            ("Ann Lee is presiding over the trial.", "presiding over the trial 010 =~"),
            ("The museum - the coach, Ann Lee, said - was shut.", "coach 000 !="),
            ("Tom Reed and Ann Lee, the mill's director, left.", "mill's director 010 !="),
        ] {
            assert_eq!(read(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_many_are_or_somebody_was_is_no_post() {
        for text in [
            "Ann Lee, a director of the bank, left.",
            "Ann Lee, the former warden, left.",
            "The winner, Ann Lee, left.",
            "Captain Ann Lee left.",
            "Ann Lee and Tom Reed, the directors, left.",
            "His editor, Ann Lee, left.",
            "Ann Lee left.",
            "They met Norvane Corp. Chief Executive Ann Lee.",
            "Ann Lee, who left the museum, is back.",
            "Ann Lee, coach in 2019, is back.",
            "Ann Lee served as a driver.",
            "Ann Lee, at the wheel of the bus company, slept.",
            "The director of the mill and Ann Lee left.",
            "The director of the mill and Ann Lee, the widow of a miller, left.",
            "The director of the mill thanked Tom Reed for Ann Lee.",
            "The director of the mill with Ann Lee left.",
            "The stand-in coach, Ann Lee, left.",
            "The would-be mayor, Ann Lee, left.",
            "Ann Lee has been mayor twice.",
            "Ann Lee has been a coach since May.",
            "Ann Lee was elected on Sunday.",
            "Ann Lee will be the first to go.",
            "The board named Ann Lee and left.",
        ] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }
}
