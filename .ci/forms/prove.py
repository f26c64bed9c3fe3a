"""Reads the reports in the folder WORK with programs that are not ours and compares them with each other.

Usage: prove.py WORK SCHEMAS. Each form is read by its own validator; the places of all forms are cut from the files and must
be the words of the claim, whatever the form counts.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import html5lib
from junitparser import JUnitXml
from lxml import etree
from markdown_it import MarkdownIt

work, schemas = Path(sys.argv[1]), Path(sys.argv[2])
texts = work / "texts"
new = "100% [a] b,c:&'d'é🎉.md"


def read(form):
    return (work / f"out.{form}").read_text(encoding="utf-8")


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def lines(path):
    """The lines of a file as tools see them: without a byte order mark, line ends kept."""
    return (texts / path).read_bytes().decode("utf-8-sig", errors="replace").split("\n")


def cut(path, start, end, encode, decode):
    """The text from (line, column) up to, not with, (line, column); columns count items of encode(line)."""
    rows = [encode(row) for row in lines(path)[start[0] - 1 : end[0]]]
    rows[-1] = rows[-1][: end[1] - 1]
    rows[0] = rows[0][start[1] - 1 :]
    return "\n".join(decode(row) for row in rows)


def utf16(row):
    data = row.encode("utf-16-le")
    return [data[at : at + 2] for at in range(0, len(data), 2)]


def from_utf16(units):
    return b"".join(units).decode("utf-16-le")


def expect(what, condition, found=""):
    if not condition:
        sys.exit(f"forms: {what}: {found}")


conflicts = json.loads(read("json"))["conflicts"]
primaries = [conflict["sides"][0]["evidence"][0] for conflict in conflicts]
loud = [conflict for conflict in conflicts if conflict["severity"] == "error"]
words = []
for at in primaries:
    expect("with --against the primary place is in the new file", at["path"] == new, at["path"])
    span = at["span"]
    words.append((texts / at["path"]).read_bytes()[span["start"] : span["end"]].decode())


def sarif():
    log = json.loads(read("sarif"))
    run_ = log["runs"][0]
    expect("sarif: every finding is a result", len(run_["results"]) == len(conflicts), len(run_["results"]))
    expect("sarif: columns are UTF-16", run_["columnKind"] == "utf16CodeUnits")
    for result, word in zip(run_["results"], words):
        first = result["locations"][0]["physicalLocation"]
        for place in [first] + [related["physicalLocation"] for related in result["relatedLocations"]]:
            region = place["region"]
            start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
            shown = cut(unquote(place["artifactLocation"]["uri"]), start, end, utf16, from_utf16)
            expect("sarif: the region is its snippet", shown == region["snippet"]["text"], (shown, region))
        expect("sarif: the place is the claim's", first["region"]["snippet"]["text"] == word, first)
        links = [int(link) for link in re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])]
        ids = [related["id"] for related in result["relatedLocations"]]
        expect("sarif: each related place is linked once", links == ids, (links, ids))

    def faults(path):
        # The tool ends with 0 whatever it finds, so that what it says must be read; its launcher needs the inner quotes.
        _, told = run(
            work / "node_modules/.bin/sarif-multitool", "validate", str(path),
            "--rule-kind", "'Sarif;Ghas'", "--level", "'Error;Warning;Note'",
        )
        expect("sarif: the multitool has read it", "1 files scanned" in told and "WRN" not in told, told)
        return re.findall(r"(?:error|warning) (\w+)", told)

    # There is no page on the web to name (SARIF2005).
    found = [fault for fault in faults(work / "out.sarif") if fault != "SARIF2005"]
    expect("sarif: no error and no warning", not found, found)
    del run_["results"][0]["locations"], run_["results"][0]["message"]
    (work / "broken.sarif").write_text(json.dumps(log))
    expect("sarif: the multitool tells a broken log", faults(work / "broken.sarif"))
    return f"{len(conflicts)} results: no error of the rules Sarif and Ghas, a broken log is refused"


def github():
    commands = [line for line in read("github").split("\n") if line]
    expect("github: every line is a command", all(re.match(r"::(error|warning|notice) ", line) for line in commands))
    count = len(json.loads(read("json"))["errors"])
    expect("github: one for each finding and problem", len(commands) == len(conflicts) + count, commands)
    for command, at in zip(commands, primaries):
        properties, message = command.split("::", 2)[1:]
        properties = dict(pair.split("=", 1) for pair in properties.split(" ", 1)[1].split(","))
        plain = properties["file"]
        for code, sign in [("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")]:
            plain = plain.replace(code, sign)
        expect("github: the file reads back", plain == new, plain)
        expect("github: line and column", (int(properties["line"]), int(properties["col"])) == (at["line"], at["column"]))
        expect("github: no raw control character", not re.search(r"[\x00-\x1f\u202a-\u202e]", message), message)
    return f"{len(commands)} commands read back"


def gitlab():
    status, told = run(work / "venv/bin/check-jsonschema", "--schemafile", schemas / "gitlab.schema.json", work / "out.gitlab")
    expect("gitlab: schema", status == 0, told)
    issues = json.loads(read("gitlab"))
    expect("gitlab: fingerprints are unique", len({issue["fingerprint"] for issue in issues}) == len(conflicts))
    return told.strip()


def junit():
    tree = etree.parse(work / "out.junit")
    schema = etree.XMLSchema(etree.parse(schemas / "junit.xsd"))
    expect("junit: schema", schema.validate(tree), schema.error_log)
    report = JUnitXml.fromfile(str(work / "out.junit"))
    cases = [case for suite in report for case in suite]
    failures = sum(case.is_failure for case in cases)
    errors = sum(case.is_error for case in cases)
    expect("junit: counts", (report.tests, report.failures, report.errors) == (len(cases), failures, errors))
    expect("junit: failures are the errors", failures == len(loud), failures)
    expect("junit: what could not be done", errors == len(json.loads(read("json"))["errors"]), errors)
    return f"{len(cases)} tests, {failures} failures, {errors} errors, valid"


def checkstyle():
    root = ElementTree.parse(work / "out.checkstyle").getroot()
    errors = [(file.get("name"), int(at.get("line")), int(at.get("column"))) for file in root for at in file]
    expected = [(at["path"], at["line"], at["column"]) for at in primaries]
    expect("checkstyle: places", sorted(errors) == sorted(expected), errors)
    expect("checkstyle: severities", {at.get("severity") for file in root for at in file} <= {"error", "warning", "info"})
    return f"{len(errors)} errors, well-formed"


def rdjson():
    status, told = run(work / "node_modules/.bin/rdformat-validator", work / "out.rdjson")
    expect("rdjson: validator", status == 0, told)
    for diagnostic, word in zip(json.loads(read("rdjson"))["diagnostics"], words):
        place = diagnostic["location"]
        start, end = ((at["line"], at["column"]) for at in (place["range"]["start"], place["range"]["end"]))
        shown = cut(place["path"], start, end, str.encode, bytes.decode)
        expect("rdjson: the range is the claim", shown == word, (shown, word))
    return told.strip().replace("\n", " ") or "valid"


def concise():
    rows = read("concise").splitlines()
    expect("concise: a line for each finding", len(rows) == len(conflicts), rows)
    for row, word, at in zip(rows, words, primaries):
        path, line, column = re.match(r"(.*?):(\d+):(\d+): (?:error|warning|note)\[\S+\]: ", row).groups()
        shown = cut(path, (int(line), int(column)), (at["end_line"], at["end_column"] + 1), list, "".join)
        expect("concise: the place is the claim", shown == word, (shown, word))
    return f"{len(rows)} lines, columns in characters"


def markdown():
    html = MarkdownIt("gfm-like", {"linkify": False}).render(read("markdown"))
    page = etree.fromstring(f"<page>{html}</page>".encode())
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    allowed = {"page", "h3", "hr", "p", "strong", "code", "ul", "li", "blockquote", "details", "summary"}
    expect("markdown: no markup but ours", tags <= allowed, tags - allowed)
    code = [element.text for element in page.iter("code")]
    expect("markdown: the hostile words are shown", any("<b>“x”</b> ]]> --> %0A::error::no" in text for text in code), code)
    return f"{len(code)} spans of code, no other markup than {', '.join(sorted(allowed & tags))}"


def html():
    # Strict: whatever a browser would have to repair is a fault.
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(read("html"))
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    expect("html: each id once", len(ids) == len(set(ids)), ids)
    links = [element.get("href") for element in page.iter("a")]
    expect("html: links lead to places of the page", all(link[0] == "#" and link[1:] in ids for link in links), links)
    cards = [element for element in page.iter("article") if element.get("data-fact")]
    expect("html: a card for each finding", len(cards) == len(conflicts), cards)
    for card, conflict in zip(cards, conflicts):
        strong = {" ".join("".join(b.itertext()).split()) for mark in card.iter("mark") for b in mark.iter("b")}
        for at in (at for side in conflict["sides"] for at in side["evidence"]):
            shown = cut(at["path"], (at["line"], at["column"]), (at["end_line"], at["end_column"] + 1), list, "".join)
            expect("html: the claim is marked", " ".join(shown.split()) in strong, (shown, strong))
    shown = "".join(page.find("body").itertext())
    expect("html: the hostile words are shown", "<b>“x”</b> ]]> --> %0A::error::no" in shown)
    expect("html: no script but ours", len(list(page.iter("script"))) == 1)
    return f"{len(cards)} cards, {len(links)} links"


for form in (sarif, github, gitlab, junit, checkstyle, rdjson, concise, markdown, html):
    print(f"forms: {form.__name__}: {form()}")
