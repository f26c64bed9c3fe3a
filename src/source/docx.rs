//! Word documents (Office Open XML, ECMA-376): what a reader sees once all changes are accepted.

use super::docx_styles::{SPACES, Style, Styles, off};
use super::package::{Fault, Package};
use super::prose::Listed;
use super::raised::raised_digit;
use super::taken::{Kind, Paragraph, Taken, Text};
use super::xml::{Element, Node, Xml};

/// Takes the text out of a document: paragraphs, headings, lists, tables, text boxes, and the notes behind all of them.
///
/// What is deleted or moved away by a tracked change, hidden or struck is left out, as are comments, heads and feet of pages, and
/// tables of contents.
pub(super) fn docx(bytes: Vec<u8>) -> Result<Text, Fault> {
    let mut package = Package::open(bytes)?;
    let whole = relations(&mut package, "")?;
    let main = related(&whole, "officeDocument").next().ok_or(Fault::OtherContent)?;
    let text = package.part(main)?.ok_or(Fault::Damaged)?;
    let relations = relations(&mut package, main)?;
    let mut styles = Styles::default();
    for path in related(&relations, "styles") {
        styles = package.part(path)?.map_or(Ok(styles), |text| Styles::read(&text))?;
    }
    let mut reader = Reader { styles, ..Reader::default() };
    if !reader.read(&text)? {
        return Err(Fault::OtherContent);
    }
    for notes in ["footnotes", "endnotes"] {
        for path in related(&relations, notes) {
            if let Some(text) = package.part(path)? {
                reader.read(&text)?;
            }
        }
    }
    Ok(reader.taken.finish())
}

/// The other parts that a part speaks of, each as how it is related and its path; the package itself is the part without a path.
fn relations(package: &mut Package, part: &str) -> Result<Vec<(String, String)>, Fault> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let Some(text) = package.part(&format!("{folder}_rels/{name}.rels"))? else { return Ok(Vec::new()) };
    let mut relations = Vec::new();
    let mut xml = Xml::new(&text, SPACES);
    while let Some(node) = xml.next()? {
        let Node::Start(element) = node else { continue };
        if element.name == "rel:Relationship" {
            let target = element.attribute("Target").unwrap_or_default();
            // A path that begins with a slash begins at the top of the package.
            let path = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
            relations.push((element.attribute("Type").unwrap_or_default(), path));
        }
    }
    Ok(relations)
}

/// The paths of the parts that are related so: both editions of the standard have the same word behind the last slash.
fn related<'a>(relations: &'a [(String, String)], kind: &str) -> impl Iterator<Item = &'a str> {
    relations.iter().filter(move |(written, _)| written.rsplit('/').next() == Some(kind)).map(|(_, path)| path.as_str())
}

#[derive(Default)]
struct Reader {
    styles: Styles,
    taken: Taken,
    paragraph: Open,
    /// The paragraphs that hold the open text boxes.
    around: Vec<Open>,
    /// What is left of paragraphs whose end is deleted, which the next one takes up.
    carried: String,
    place: Place,
    /// The open tables, the outermost first.
    tables: Vec<OpenTable>,
}

/// A paragraph that is being read.
#[derive(Default)]
struct Open {
    words: String,
    /// What it says itself, which goes before its style.
    own: Style,
    style: Style,
    run: Style,
    mark_deleted: bool,
    in_words: bool,
}

/// Whose properties are being read.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Nowhere,
    Paragraph,
    Run,
    Row,
    Cell,
}

#[derive(Default)]
struct OpenTable {
    /// Whether its style sets the first row apart, and whether that is asked for.
    style: bool,
    look: bool,
    rows: u32,
    row_deleted: bool,
}

impl Reader {
    /// Reads a part; tells whether it is one of a Word document.
    fn read(&mut self, text: &str) -> Result<bool, Fault> {
        let mut xml = Xml::new(text, SPACES);
        let mut known = false;
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) => {
                    known |= element.name.starts_with("w:");
                    if self.is_left_out(&element) {
                        xml.skip()?;
                    } else {
                        self.start(&element);
                    }
                }
                Node::End(name) => self.end(&name),
                Node::Text(words) if self.paragraph.in_words => self.words(&words),
                Node::Text(_) => {}
            }
        }
        if !self.carried.is_empty() {
            let words = std::mem::take(&mut self.carried);
            self.taken.paragraph(Paragraph { words, ..Paragraph::default() });
        }
        Ok(known)
    }

    fn start(&mut self, element: &Element<'_>) {
        let value = || element.attribute("val");
        let on = || !off(value().as_deref());
        match &*element.name {
            "w:p" => self.paragraph = Open { words: std::mem::take(&mut self.carried), ..Open::default() },
            "w:r" => self.paragraph.run = Style::default(),
            "w:t" => self.paragraph.in_words = true,
            "w:tab" | "w:ptab" if self.place == Place::Nowhere => self.words("\t"),
            "w:br" | "w:cr" => self.words("\n"),
            "w:noBreakHyphen" => self.words("\u{2011}"),
            "w:softHyphen" => self.words("\u{ad}"),
            // A sign of a font of signs stands for no letter.
            "w:sym" => self.words(" "),
            "w:txbxContent" => self.around.push(std::mem::take(&mut self.paragraph)),
            "w:pPr" => self.place = Place::Paragraph,
            "w:rPr" if self.place == Place::Nowhere => self.place = Place::Run,
            "w:trPr" => self.place = Place::Row,
            "w:tcPr" => self.place = Place::Cell,
            "w:tbl" => {
                self.taken.begin_table();
                self.tables.push(OpenTable::default());
            }
            "w:tr" => self.begin_row(),
            "w:tc" => self.taken.begin_cell(),
            "w:tblStyle" => {
                let style = self.styles.get(&value().unwrap_or_default()).first_row == Some(true);
                self.tables.iter_mut().last().into_iter().for_each(|table| table.style = style);
            }
            "w:tblLook" => {
                // Older documents have one number for all of it.
                let number = value().and_then(|value| u32::from_str_radix(&value, 16).ok()).unwrap_or(0);
                let written = element.attribute("firstRow");
                let look = written.map_or(number & 0x20 > 0, |written| !off(Some(&written)));
                self.tables.iter_mut().last().into_iter().for_each(|table| table.look = look);
            }
            _ => match self.place {
                Place::Paragraph => self.paragraph_property(&element.name, value(), on()),
                Place::Run => self.run_property(&element.name, value(), on()),
                Place::Row => match &*element.name {
                    "w:tblHeader" if on() => self.taken.row_heads(),
                    "w:del" => self.tables.iter_mut().last().into_iter().for_each(|table| table.row_deleted = true),
                    _ => {}
                },
                Place::Cell => match &*element.name {
                    "w:gridSpan" => self.taken.cell_spans(false, value().is_some_and(|count| count != "1")),
                    "w:hMerge" => self.taken.cell_spans(false, true),
                    "w:vMerge" => self.taken.cell_spans(true, false),
                    _ => {}
                },
                Place::Nowhere => {}
            },
        }
    }

    fn is_left_out(&self, element: &Element<'_>) -> bool {
        match &*element.name {
            // What was deleted, or moved to another place; as a property it speaks of an end of a paragraph, or of a row.
            "w:del" | "w:moveFrom" => self.place == Place::Nowhere,
            // How something was before a change.
            "w:pPrChange" | "w:rPrChange" | "w:tblPrChange" | "w:trPrChange" | "w:tcPrChange" | "w:sectPrChange"
            | "w:tblPrExChange" | "w:tblGridChange" => true,
            // The same as beside it, for programs that cannot read that; how a word is spoken; pieces of formulas.
            "mc:Fallback" | "w:rt" | "oMath" | "oMathPara" => true,
            // The lines that part notes from the text.
            "w:footnote" | "w:endnote" => element.attribute("type").is_some_and(|kind| kind != "normal"),
            _ => false,
        }
    }

    fn paragraph_property(&mut self, name: &str, value: Option<String>, on: bool) {
        let Open { own, style, mark_deleted, .. } = &mut self.paragraph;
        match name {
            "w:pStyle" => *style = self.styles.get(&value.unwrap_or_default()),
            "w:outlineLvl" => own.heading = Some(value.is_some_and(|level| level != "9")),
            "w:numId" => own.list = value.and_then(|number| number.parse().ok()),
            "w:ilvl" => own.level = value.and_then(|level| level.parse().ok()),
            "w:del" | "w:moveFrom" => *mark_deleted = on,
            _ => {}
        }
    }

    fn run_property(&mut self, name: &str, value: Option<String>, on: bool) {
        let run = &mut self.paragraph.run;
        match name {
            "w:rStyle" => {
                let style = self.styles.get(&value.unwrap_or_default());
                (run.hidden, run.struck, run.raised) = (style.hidden, style.struck, style.raised);
            }
            "w:vanish" => run.hidden = Some(on),
            "w:strike" | "w:dstrike" => run.struck = Some(on),
            "w:vertAlign" => run.raised = Some(value.as_deref() == Some("superscript")),
            _ => {}
        }
    }

    fn begin_row(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let heads = table.rows == 0 && table.style && table.look;
        table.rows += 1;
        table.row_deleted = false;
        self.taken.begin_row(heads);
    }

    fn end(&mut self, name: &str) {
        match name {
            "w:t" => self.paragraph.in_words = false,
            "w:pPr" | "w:trPr" | "w:tcPr" => self.place = Place::Nowhere,
            "w:rPr" if self.place == Place::Run => self.place = Place::Nowhere,
            "w:p" => self.end_paragraph(),
            "w:txbxContent" => self.paragraph = self.around.pop().unwrap_or_default(),
            "w:tr" if self.tables.last().is_some_and(|table| table.row_deleted) => self.taken.drop_row(),
            "w:tbl" => {
                self.taken.end_table();
                self.tables.pop();
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Open { words, own: mut said, style, mark_deleted, .. } = std::mem::take(&mut self.paragraph);
        said.add(&style);
        if mark_deleted {
            self.carried = words;
            return;
        }
        let kind = match said.list {
            _ if said.heading == Some(true) => Kind::Heading,
            // A list without a number is none.
            Some(list) if list > 0 => {
                Kind::Item(Some(Listed { list, depth: said.level.unwrap_or(0).saturating_add(1) }))
            }
            _ => Kind::Text,
        };
        self.taken.paragraph(Paragraph { words, kind, quoted: said.quoted == Some(true) });
    }

    fn words(&mut self, words: &str) {
        let Open { words: paragraph, style, run, .. } = &mut self.paragraph;
        let is = |own: Option<bool>, style: Option<bool>| own.or(style) == Some(true);
        let seen = !is(run.hidden, style.hidden) && !is(run.struck, style.struck) && style.contents != Some(true);
        if seen && is(run.raised, style.raised) {
            paragraph.extend(words.chars().map(raised_digit));
        } else if seen {
            paragraph.push_str(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use super::{Reader, Styles};
    use crate::source::outline;

    const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    /// Names are translated in translated programs, ids with them; what stands in `w:name` is not.
    const STYLES: &str = "<w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>\
        <w:style w:styleId='Mine'><w:name w:val='Mine'/><w:basedOn w:val='berschrift1'/></w:style>\
        <w:style w:styleId='L'><w:name w:val='List Bullet'/><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId='Q'><w:name w:val='Quote'/></w:style><w:style w:styleId='T'><w:name w:val='toc 1'/></w:style>\
        <w:style w:styleId='H'><w:name w:val='Note to the desk'/><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:styleId='A'><w:basedOn w:val='B'/></w:style><w:style w:styleId='B'><w:basedOn w:val='A'/></w:style>\
        <w:style w:styleId='Grid'><w:tblStylePr w:type='firstRow'/></w:style>";

    fn read(body: &str, space: &str) -> Option<String> {
        let styles = Styles::read(&format!("<w:styles {W}>{STYLES}</w:styles>")).expect("good styles");
        let mut reader = Reader { styles, ..Reader::default() };
        let text = format!("<w:document {space}><w:body>{body}</w:body></w:document>");
        reader.read(&text).ok().map(|_| outline::taken(reader.taken.finish()))
    }

    #[track_caller]
    fn check(body: &str, expected: &[&str]) {
        let shown = read(body, W).expect("good XML");
        assert_eq!(shown.lines().collect::<Vec<_>>(), expected, "{body}");
    }

    /// A paragraph with these properties and these words.
    fn p(properties: &str, words: &str) -> String {
        format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>")
    }

    #[test]
    fn words_are_whole_however_they_are_cut_into_runs() {
        check(
            "<w:p><w:r><w:t>Gre</w:t></w:r><w:proofErr/><w:hyperlink><w:r><w:rPr><w:b/></w:rPr><w:t>ta&#xA0;</w:t></w:r></w:hyperlink>\
             <w:r><w:t xml:space='preserve'>Lund </w:t><w:tab/><w:t>paid</w:t><w:br/><w:t>£3 &amp; 5</w:t></w:r></w:p>",
            &["paragraph: Greta Lund paid £3 & 5"],
        );
        check(
            "<w:p><w:r><w:t>north</w:t><w:noBreakHyphen/><w:t>east may</w:t><w:softHyphen/><w:t>or, 9 km</w:t></w:r><w:r><w:rPr>\
             <w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r><w:r><w:sym w:font='Wingdings' w:char='F0E0'/><w:t>so</w:t></w:r></w:p>",
            &["paragraph: north\u{2011}east mayor, 9 km² so"],
        );
        check(
            "<w:p><w:r><w:t>One.</w:t><w:br/><w:br/><w:t>Two.</w:t></w:r></w:p>",
            &["paragraph: One.", "paragraph: Two."],
        );
        check(&p("", "See https://a.example/2025 now."), &["paragraph: See now."]);
    }

    #[test]
    fn changes_are_accepted() {
        check(
            "<w:p><w:r><w:t xml:space='preserve'>It </w:t></w:r><w:del><w:r><w:delText>snowed</w:delText></w:r></w:del><w:ins><w:r>\
             <w:t>rained</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>, they said</w:t></w:r></w:moveFrom><w:r><w:t>.</w:t></w:r></w:p>",
            &["paragraph: It rained."],
        );
        // The end of a paragraph was deleted: it goes on with the next one.
        check(
            &(p("<w:rPr><w:del/></w:rPr>", "The mayor ")
                + &p("<w:pStyle w:val='Q'/>", "left.")
                + &p("<w:rPr><w:del/></w:rPr>", "So.")),
            &["> paragraph: The mayor left.", "paragraph: So."],
        );
        check(
            &p("<w:pPrChange><w:pPr><w:pStyle w:val='Mine'/></w:pPr></w:pPrChange>", "It rained."),
            &["paragraph: It rained."],
        );
        check(
            &format!(
                "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{0}</w:tc><w:tc>{0}</w:tc></w:tr><w:tr><w:tc>{1}</w:tc><w:tc>{1}</w:tc></w:tr></w:tbl>",
                p("", "out"),
                p("", "in")
            ),
            &["first row: | in | in |"],
        );
    }

    #[test]
    fn what_no_reader_sees_is_left_out() {
        for hidden in ["<w:vanish/>", "<w:vanish w:val='1'/>", "<w:strike/>", "<w:dstrike/>", "<w:rStyle w:val='H'/>"] {
            check(
                &format!("<w:p><w:r><w:rPr>{hidden}</w:rPr><w:t>no</w:t></w:r><w:r><w:t>yes</w:t></w:r></w:p>"),
                &["paragraph: yes"],
            );
        }
        check("<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>yes</w:t></w:r></w:p>", &["paragraph: yes"]);
        check(
            &(p("<w:pStyle w:val='H'/>", "no")
                + &p("<w:pStyle w:val='T'/>", "no")
                + &p("<w:rPr><w:vanish/></w:rPr>", "yes")),
            &["paragraph: yes"],
        );
        check(
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><m:oMath xmlns:m='m'><m:r><w:t>5</w:t></m:r></m:oMath><w:r><w:footnoteReference/>\
             <w:t>yes</w:t></w:r></w:p><w:footnote w:type='separator'><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>",
            &["paragraph: yes"],
        );
    }

    #[test]
    fn paragraphs_are_what_their_styles_say() {
        check(&p("<w:pStyle w:val='berschrift1'/>", "Rain"), &["heading: Rain"]);
        check(&p("<w:pStyle w:val='Mine'/>", "Rain"), &["heading: Rain"]);
        check(&p("<w:outlineLvl w:val='2'/>", "Rain"), &["heading: Rain"]);
        check(&p("<w:pStyle w:val='Mine'/><w:outlineLvl w:val='9'/>", "Rain"), &["paragraph: Rain"]);
        check(&p("<w:outlineLvl w:val='9'/><w:pStyle w:val='Mine'/>", "Rain"), &["paragraph: Rain"]);
        check(&p("<w:pStyle w:val='A'/>", "Rain"), &["paragraph: Rain"]);
        check(&p("<w:pStyle w:val='L'/>", "Rain"), &["item: Rain"]);
        check(&p("<w:pStyle w:val='L'/><w:numPr><w:numId w:val='0'/></w:numPr>", "Rain"), &["paragraph: Rain"]);
        check(&p("<w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr>", "Rain"), &["item: Rain"]);
        check(&p("<w:pStyle w:val='Q'/>", "Rain"), &["> paragraph: Rain"]);
    }

    #[test]
    fn rows_of_a_table_stand_below_its_head() {
        let cell = |words: &str| format!("<w:tc>{}</w:tc>", p("", words));
        let row = |before: &str, words: [&str; 2]| format!("<w:tr>{before}{}</w:tr>", words.map(cell).concat());
        let rows = row("", ["Day", "Place"]) + &row("", ["1 May", "Lind"]);
        let plain = ["first row: | Day | Place |", "first row: | 1 May | Lind |"];
        let headed = ["first row: | Day | Place |", "row: | 1 May | Lind |"];
        check(&format!("<w:tbl>{rows}</w:tbl>"), &plain);
        let head = "<w:trPr><w:tblHeader/></w:trPr>";
        check(&format!("<w:tbl>{}{}</w:tbl>", row(head, ["Day", "Place"]), row("", ["1 May", "Lind"])), &headed);
        let look = |style: &str, look: &str| {
            format!("<w:tbl><w:tblPr><w:tblStyle w:val='{style}'/><w:tblLook {look}/></w:tblPr>{rows}</w:tbl>")
        };
        check(&look("Grid", "w:firstRow='1'"), &headed);
        check(&look("Grid", "w:val='04A0'"), &headed);
        check(&look("Grid", "w:firstRow='0' w:val='04A0'"), &plain);
        check(&look("A", "w:firstRow='1'"), &plain);
        let merged = rows.replacen("<w:tc>", "<w:tc><w:tcPr><w:vMerge/></w:tcPr>", 1);
        check(&look("Grid", "w:firstRow='1'").replace(&rows, &merged), &plain);
        let two = format!("<w:tc>{0}{0}</w:tc>", p("", "It rained."));
        check(
            &format!("<w:tbl><w:tr>{two}{}</w:tr></w:tbl>", cell("Menu")),
            &["paragraph: It rained.", "paragraph: It rained.", "paragraph: Menu"],
        );
        check(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("It rained.")), &["paragraph: It rained."]);
    }

    #[test]
    fn a_text_box_is_read_once() {
        check(
            "<w:p><w:r><w:t xml:space='preserve'>It </w:t></w:r><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>\
             <mc:Choice><w:txbxContent><w:p><w:r><w:t>Box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r>\
             <w:t>Box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>rained.</w:t></w:r></w:p>",
            &["paragraph: Box.", "paragraph: It rained."],
        );
    }

    #[test]
    fn other_prefixes_mean_the_same() {
        let body = "<x:p><x:r><x:t>It rained.</x:t></x:r></x:p>";
        let shown = read(body, "xmlns:w='-' xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'");
        assert_eq!(shown.as_deref(), Some("paragraph: It rained.\n"));
    }

    proptest! {
        #[test]
        fn any_markup_is_read(
            body in "(</?w:(p|r|t|tbl|tr|tc|del|ins|pPr|rPr|trPr|tcPr|txbxContent|numPr)>|<w:(br|tab|vanish|del|vMerge|tblHeader|gridSpan w:val='2'|numId w:val='2'|pStyle w:val='L')/>|[a-z |.\u{ad}\n]{0,5}|&(amp|#8217|x);){0,40}",
        ) {
            read(&body, W);
        }
    }
}
