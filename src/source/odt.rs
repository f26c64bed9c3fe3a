//! OpenDocument texts (ISO/IEC 26300), as LibreOffice writes them: what a reader sees once all changes are accepted.

use super::odt_styles::{SPACES, Style, Styles};
use super::package::{Fault, Package};
use super::prose::Listed;
use super::raised::raised_digit;
use super::taken::{Kind, Paragraph, Taken, Text};
use super::xml::{Element, Node, Xml};

/// Takes the text out of a document: paragraphs, headings, lists, tables, text boxes, and the notes behind all of them.
///
/// What is deleted by a tracked change, hidden or struck is left out, as are comments, heads and feet of pages, and indexes.
pub(super) fn odt(bytes: Vec<u8>) -> Result<Text, Fault> {
    let mut package = Package::open(bytes)?;
    if package.part("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(Fault::Locked);
    }
    let text = package.part("content.xml")?.ok_or(Fault::OtherContent)?;
    let styles = package.part("styles.xml")?.map_or(Ok(Styles::default()), |text| Styles::read(&text))?;
    let mut reader = Reader { styles, ..Reader::default() };
    if !reader.read(&text)? {
        return Err(Fault::OtherContent);
    }
    for note in std::mem::take(&mut reader.notes) {
        reader.taken.paragraph(note);
    }
    Ok(reader.taken.finish())
}

#[derive(Default)]
struct Reader {
    styles: Styles,
    taken: Taken,
    here: Flow,
    /// What holds the open text boxes and notes.
    around: Vec<Flow>,
    /// How many notes are open, and the paragraphs of all notes.
    in_notes: u32,
    notes: Vec<Paragraph>,
    lists_before: u32,
    in_head: u32,
}

/// A run of paragraphs.
#[derive(Default)]
struct Flow {
    /// The open paragraph.
    paragraph: Option<Open>,
    /// The open lists, by number.
    lists: Vec<u32>,
    /// Whether an item has begun that has no paragraph yet.
    item_begins: bool,
}

#[derive(Default)]
struct Open {
    words: String,
    heading: bool,
    style: Style,
    /// The styles of the open spans.
    spans: Vec<Style>,
    hidden: bool,
    /// Whether the last character is a blank that stands for any number of blanks.
    blank: bool,
}

impl Reader {
    /// Reads `content.xml`; tells whether it holds a text.
    fn read(&mut self, text: &str) -> Result<bool, Fault> {
        let mut xml = Xml::new(text, SPACES);
        let mut known = false;
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) => {
                    known |= element.name == "office:text";
                    if is_left_out(&element) {
                        xml.skip()?;
                    } else {
                        self.start(&element);
                    }
                }
                Node::End(name) => self.end(&name),
                Node::Text(words) => self.here.paragraph.iter_mut().for_each(|paragraph| paragraph.words(&words)),
            }
        }
        Ok(known)
    }

    fn start(&mut self, element: &Element<'_>) {
        self.styles.start(element);
        let style = |styles: &Styles, family| styles.get(family, &element.attribute("style-name").unwrap_or_default());
        let flow = &mut self.here;
        match &*element.name {
            "text:p" | "text:h" => {
                let (heading, style) = (element.name == "text:h", style(&self.styles, "paragraph"));
                flow.paragraph = Some(Open { heading, style, blank: true, ..Open::default() });
            }
            "text:span" => {
                let style = style(&self.styles, "text");
                flow.paragraph.iter_mut().for_each(|paragraph| paragraph.spans.push(style.clone()));
            }
            "text:s" => {
                // One blank or more; more than a few are an indent.
                let count = element.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                flow.add(&" ".repeat(count.min(100)));
            }
            "text:tab" => flow.add("\t"),
            "text:line-break" => flow.add("\n"),
            "text:hidden-paragraph" if !element.is("is-hidden", "false") => {
                flow.paragraph.iter_mut().for_each(|paragraph| paragraph.hidden = true);
            }
            "text:list" => {
                flow.lists.push(self.lists_before);
                self.lists_before = self.lists_before.saturating_add(1);
            }
            "text:list-item" => flow.item_begins = true,
            "draw:text-box" => self.around.push(std::mem::take(&mut self.here)),
            "text:note" => {
                self.around.push(std::mem::take(&mut self.here));
                self.in_notes += 1;
            }
            "table:table" => self.taken.begin_table(),
            "table:table-header-rows" => self.in_head += 1,
            "table:table-row" => self.taken.begin_row(self.in_head > 0),
            "table:table-cell" => {
                self.taken.begin_cell();
                let many = |name| element.attribute(name).is_some_and(|count| count != "1");
                // Cells written once for several are no table of facts that anybody typed.
                let rows = many("number-rows-spanned") || many("number-columns-repeated");
                self.taken.cell_spans(rows, many("number-columns-spanned"));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        self.styles.end(name);
        match name {
            "text:p" | "text:h" => self.end_paragraph(),
            "text:span" => self.here.paragraph.iter_mut().for_each(|paragraph| {
                paragraph.spans.pop();
            }),
            "text:list" => {
                self.here.lists.pop();
            }
            "draw:text-box" => self.here = self.around.pop().unwrap_or_default(),
            "text:note" => {
                self.here = self.around.pop().unwrap_or_default();
                self.in_notes = self.in_notes.saturating_sub(1);
            }
            "table:table" => self.taken.end_table(),
            "table:table-header-rows" => self.in_head = self.in_head.saturating_sub(1),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(Open { words, heading, style, hidden, .. }) = self.here.paragraph.take() else { return };
        let words = if hidden { String::new() } else { words };
        let kind = if heading || style.heading == Some(true) {
            Kind::Heading
        } else if let Some(&list) = self.here.lists.last() {
            let depth = self.here.lists.len() as u32;
            let begins = std::mem::take(&mut self.here.item_begins);
            Kind::Item(begins.then_some(Listed { list, depth }))
        } else {
            Kind::Text
        };
        let paragraph = Paragraph { words, kind, quoted: style.quoted == Some(true) };
        if self.in_notes > 0 { self.notes.push(paragraph) } else { self.taken.paragraph(paragraph) }
    }
}

impl Flow {
    /// Adds what stands for itself.
    fn add(&mut self, words: &str) {
        if let Some(paragraph) = &mut self.paragraph
            && paragraph.seen()
        {
            paragraph.words.push_str(words);
            paragraph.blank = false;
        }
    }
}

impl Open {
    /// Adds text, in which any run of blanks and line breaks is one blank.
    fn words(&mut self, words: &str) {
        if !self.seen() {
            return;
        }
        let raised = self.says(|style| style.raised);
        for c in words.chars() {
            let blank = matches!(c, ' ' | '\t' | '\r' | '\n');
            if !(blank && self.blank) {
                let c = if raised { raised_digit(c) } else { c };
                self.words.push(if blank { ' ' } else { c });
            }
            self.blank = blank;
        }
    }

    fn seen(&self) -> bool {
        !self.says(|style| style.hidden) && !self.says(|style| style.struck)
    }

    /// What the innermost style says that says something.
    fn says(&self, property: fn(&Style) -> Option<bool>) -> bool {
        let spans = self.spans.iter().rev().find_map(property);
        spans.or_else(|| property(&self.style)) == Some(true)
    }
}

fn is_left_out(element: &Element<'_>) -> bool {
    match &*element.name {
        // What was deleted; remarks of editors; fields with a text that is not shown.
        "text:tracked-changes" | "office:annotation" | "text:hidden-text" => true,
        // The number of a note; how a word is spoken; what a picture is called; forms.
        "text:note-citation" | "text:ruby-text" | "svg:title" | "svg:desc" | "office:forms" => true,
        "text:table-of-content"
        | "text:illustration-index"
        | "text:table-index"
        | "text:object-index"
        | "text:user-index"
        | "text:alphabetical-index"
        | "text:bibliography" => true,
        "text:section" => element.is("display", "none"),
        // Which cell of several a merged one covers.
        "table:covered-table-cell" => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use super::Reader;
    use crate::source::outline;

    const STYLES: &str = "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Title'/>\
        <style:style style:name='Title' style:family='paragraph'/><style:style style:name='Quotations' style:family='paragraph'/>\
        <style:style style:name='H' style:family='text'><style:text-properties text:display='none'/></style:style>\
        <style:style style:name='S' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>\
        <style:style style:name='U' style:family='text'><style:text-properties style:text-position='super 58%'/></style:style>\
        <style:style style:name='D' style:family='text'><style:text-properties style:text-position='-33% 58%'/></style:style>\
        <style:style style:name='A' style:family='text' style:parent-style-name='A'/>";

    fn read(body: &str) -> Option<String> {
        let space = |short: &str| format!("xmlns:{short}='urn:oasis:names:tc:opendocument:xmlns:{short}:1.0'");
        let spaces = ["office", "text", "table", "style"].map(space).join(" ");
        let text = format!(
            "<office:document-content {spaces} xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'><office:automatic-styles>\
             {STYLES}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        );
        let mut reader = Reader::default();
        reader.read(&text).ok()?;
        std::mem::take(&mut reader.notes).into_iter().for_each(|note| reader.taken.paragraph(note));
        Some(outline::taken(reader.taken.finish()))
    }

    #[track_caller]
    fn check(body: &str, expected: &[&str]) {
        let shown = read(body).expect("good XML");
        assert_eq!(shown.lines().collect::<Vec<_>>(), expected, "{body}");
    }

    #[test]
    fn words_are_whole_however_they_are_marked_up() {
        check(
            "<text:p>Gre<text:span>ta </text:span>\n  Lund<text:s text:c='3'/>paid<text:tab/>£3<text:line-break/>&amp; 5.</text:p>",
            &["paragraph: Greta Lund paid £3 & 5."],
        );
        check(
            "<text:p>9 km<text:span text:style-name='U'>2</text:span>, CO<text:span text:style-name='D'>2</text:span></text:p>",
            &["paragraph: 9 km², CO2"],
        );
        check("<text:p>a<text:s text:c='4000000000'/>b<text:s text:c='x'/></text:p>", &["paragraph: a b"]);
        check("<text:p>One.<text:line-break/><text:line-break/>Two.</text:p>", &["paragraph: One.", "paragraph: Two."]);
    }

    #[test]
    fn what_no_reader_sees_is_left_out() {
        check(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>no</text:p></text:deletion></text:changed-region>\
             </text:tracked-changes><text:p><text:span text:style-name='H'>no<text:s/></text:span><text:span text:style-name='S'>no</text:span>\
             <office:annotation><text:p>no</text:p></office:annotation>yes<text:hidden-text>no</text:hidden-text></text:p>",
            &["paragraph: yes"],
        );
        check("<text:p><text:hidden-paragraph text:is-hidden='true'/>no</text:p>", &[]);
        check("<text:p><text:hidden-paragraph text:is-hidden='false'/>yes</text:p>", &["paragraph: yes"]);
        check("<text:section text:display='none'><text:p>no</text:p></text:section>", &[]);
        check("<text:table-of-content><text:p>no</text:p></text:table-of-content>", &[]);
    }

    #[test]
    fn paragraphs_are_what_their_elements_and_styles_say() {
        check("<text:h text:outline-level='1'>Rain</text:h>", &["heading: Rain"]);
        check("<text:p text:style-name='P1'>Rain</text:p>", &["heading: Rain"]);
        check("<text:p text:style-name='Quotations'>Rain</text:p>", &["> paragraph: Rain"]);
        check(
            "<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item></text:list>\
             </text:list-item></text:list><text:p>So.</text:p>",
            &["item: one", "item: two", "paragraph: So."],
        );
    }

    #[test]
    fn notes_stand_behind_the_text_and_boxes_before_their_paragraph() {
        check(
            "<text:p>It<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>\
             </text:note> rained.</text:p><text:p><draw:frame><draw:text-box><text:p>Box.</text:p></draw:text-box></draw:frame>So.</text:p>",
            &["paragraph: It rained.", "paragraph: Box.", "paragraph: So.", "paragraph: A note."],
        );
    }

    #[test]
    fn rows_of_a_table_stand_below_its_head() {
        let row = |cells: [&str; 2]| {
            let cells = cells.map(|words| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>"));
            format!("<table:table-row>{}</table:table-row>", cells.concat())
        };
        let (head, body) = (row(["Day", "Place"]), row(["1 May", "Lind"]));
        check(
            &format!("<table:table><table:table-header-rows>{head}</table:table-header-rows>{body}</table:table>"),
            &["first row: | Day | Place |", "row: | 1 May | Lind |"],
        );
        check(
            &format!("<table:table>{head}{body}</table:table>"),
            &["first row: | Day | Place |", "first row: | 1 May | Lind |"],
        );
    }

    proptest! {
        #[test]
        fn any_markup_is_read(
            body in "(</?(text:(p|h|span|list|list-item|note|section)|table:table|table:table-row|table:table-cell|draw:text-box)>|<text:(s|tab|line-break)/>|[a-z |.\u{ad}\n]{0,5}|&(amp|#8217|x);){0,40}",
        ) {
            read(&body);
        }
    }
}
