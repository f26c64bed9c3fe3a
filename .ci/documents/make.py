"""Writes one article in the forms that need no office program: text, Markdown, Word by python-docx, and e-mail."""

import sys
from email.message import EmailMessage
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

out = Path(sys.argv[1])

# The article, to which each form adds what only that form has.
BODY = """\
The mayor of Lindhaven, Greta Lund, thanked the builders. The harbour bridge cost £3.4m, the council said.

The bridge opened on Friday, 4 March 2025, at 10am.

- Then Lindhaven Mayor Nora Fels left.
- The harbour bridge cost £5.1m, the council said.

| Guest | Office |
|---|---|
| Tomas Reid | mayor of Oro |
| Ann Berg | mayor of Vale |

> The well-known north-east pier is 40 m long.

"""
TITLE = "A bridge for Lindhaven 🌉\n\n"
NOTE = "Mayor of Vale Ida Holm stayed away.\n"

MARKED_UP = BODY.replace("Greta Lund", "**Greta Lund**").replace("10am.", "10am.[^1]")
(out / "bridge.md").write_text(f"---\ndate: 2025-03-07\n---\n# {TITLE}{MARKED_UP}[^1]: {NOTE}")
(out / "bridge.txt").write_text(f"7 March 2025\n\n{TITLE}{BODY}{NOTE}")

PAGE = """\
<html><body><h1>A bridge for Lindhaven 🌉</h1>
<p>The mayor of Lindhaven, <b>Greta&nbsp;Lund</b>, thanked the builders. The harbour bridge cost &pound;3.4m,
the council said.<p>The bridge opened on Friday, 4&nbsp;March 2025, at 10am.
<ul><li>Then Lindhaven Mayor Nora Fels left.<li>The harbour bridge cost £5.1m, the council said.</ul>
<table><tr><th>Guest<th>Office<tr><td>Tomas Reid<td>mayor of Oro<tr><td>Ann Berg<td>mayor of Vale</table>
<blockquote>The well&#8209;known north&#8209;east pier is 40 m long.</blockquote><p>Mayor of Vale Ida Holm stayed away.</body></html>
"""


def mail(name, plain, page, encoding):
    message = EmailMessage()
    message["From"] = "Ida Lind <ida@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = "For Saturday: a bridge for Lindhaven 🌉"
    message["Date"] = "Fri, 07 Mar 2025 18:04:00 +0100"
    if plain:
        message.set_content(plain + "\n-- \nTomas Reid, Mayor of Lindhaven\n", cte=encoding)
    if page and plain:
        message.add_alternative(page.replace("Greta", "Not Greta"), subtype="html")
    elif page:
        message.set_content(page, subtype="html", cte=encoding)
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Plan of the pier.pdf")
    message.set_boundary(name)
    if page and plain:
        message.get_payload(0).set_boundary(f"{name}-inner")
    (out / f"{name}.eml").write_bytes(message.as_bytes())


WORDS = TITLE + BODY + NOTE
mail("quoted", WORDS, None, "quoted-printable")
mail("both", WORDS.replace("\n", "\r\n"), PAGE, "base64")
mail("page", None, PAGE, "quoted-printable")


def changed(kind, run, author="desk"):
    """Puts a run into a tracked change."""
    change = OxmlElement(kind)
    change.set(qn("w:id"), "9")
    change.set(qn("w:author"), author)
    change.set(qn("w:date"), "2025-03-06T09:00:00Z")
    run._r.addprevious(change)
    change.append(run._r)
    if kind == "w:del":
        for words in run._r.findall(qn("w:t")):
            words.tag = qn("w:delText")


def special(run, *parts):
    """Fills a run with words and with elements such as w:tab."""
    for part in parts:
        if part.startswith("w:"):
            run._r.append(OxmlElement(part))
        else:
            words = OxmlElement("w:t")
            words.text = part
            words.set(qn("xml:space"), "preserve")
            run._r.append(words)


document = Document()
document.add_paragraph("7 March 2025")
document.add_heading("A bridge for Lindhaven 🌉", 1)
first = document.add_paragraph()
# A name in three runs, a soft hyphen in a word, a tab for a blank.
special(first.add_run(), "The may", "w:softHyphen", "or of Lind")
first.add_run("haven, ").italic = True
first.add_run("Gre").bold = True
first.add_run("ta\u00a0Lund").bold = True
special(first.add_run(), ", thanked", "w:tab", "the builders.")
changed("w:ins", first.add_run(" The harbour bridge cost £3.4m, the council said."))
changed("w:del", first.add_run(" The mayor of Lindhaven, Tomas Reid, was ill."))
hidden = first.add_run(" Lindhaven Mayor Tomas Reid: check this.")
hidden.font.hidden = True
second = document.add_paragraph("The bridge opened on Friday,")
second.add_run().add_break(WD_BREAK.LINE)
second.add_run("4 March 2025, at 10am.")
moved = document.add_paragraph()
changed("w:del", moved.add_run("Lindhaven Mayor Ida Holm stayed."))
document.add_paragraph("Then Lindhaven Mayor Nora Fels left.", style="List Bullet")
document.add_paragraph("The harbour bridge cost £5.1m, the council said.", style="List Bullet")
table = document.add_table(rows=3, cols=2, style="Light List")
for row, cells in zip(table.rows, [("Guest", "Office"), ("Tomas Reid", "mayor of Oro"), ("Ann Berg", "mayor of Vale")]):
    for cell, words in zip(row.cells, cells):
        cell.text = words
quote = document.add_paragraph(style="Quote")
special(quote.add_run(), "The well", "w:noBreakHyphen", "known north", "w:noBreakHyphen", "east pier is 40 m long.")
document.add_paragraph("Mayor of Vale Ida Holm stayed away.")
document.sections[0].header.paragraphs[0].text = "The Lind Post: Lindhaven Mayor Tomas Reid"
# The template of python-docx brings a picture of itself and styles that nobody uses here.
styles = document.styles.element
for style in list(styles.findall(qn("w:style"))):
    if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("LightList", "TableNormal"):
        styles.remove(style)
for relations in (document.part.package.rels, document.part.rels):
    for key, relation in list(relations.items()):
        if relation.reltype.rsplit("/", 1)[1] in ("thumbnail", "stylesWithEffects"):
            del relations[key]
document.save(out / "word.docx")
