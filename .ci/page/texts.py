"""Writes made-up articles with so many facts in dispute: texts.py COUNT FOLDER. The same call writes the same bytes."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

count, folder = int(sys.argv[1]), Path(sys.argv[2])
dice = random.Random(count)

HEADS = "Lind Olden Harrow Marsh Fal Elm Stone Birch Win Thorn Castle Ash Raven Kings Mill Brook Swan Hazel".split()
TAILS = "haven bridge ford wick stead mouth bury field combe dale".split()
FIRST = "Anna Greta Nora Ida Petra Ruth Ivo Karl Jonas Emil Lena Marta Otto Paul Vera Hugo Clara Simon Edda Felix".split()
LAST = "Berg Lund Fels Holm Brandt Ekdahl Krantz Moser Vogel Stern Halvorsen Dahl Ritter Winter Lorenz Falk Amsel".split()
FILLER = (
    "It had rained for days, and the river stood high against the quays of the old town.",
    "The band played until late, and nobody wanted to go home.",
    "Stalls along the main street sold bread, honey and wool.",
    "The new timetable is printed on yellow paper and hangs in every shop.",
    "Nobody could say why the lamps on the bridge had gone out again.",
    "A long queue stood before the ticket office, patient under umbrellas.",
    "The school had closed early so that everyone could come & see <b>the boats</b>.",
)
SAID = (
    "The mayor of {town}, {who}, opened the market and thanked all who had helped.",
    "“We have waited long enough for this,” said {town} Mayor {who}.",
    "{who}, the mayor of {town}, cut the ribbon.",
    "In the afternoon the mayor of {town}, {who}, spoke to the press about the harbour.",
)

towns = [head + tail + end for end in ("", " Hill", " Bay", " Green", " Cross", " Heath", " Wells", " Point", " Park",
         " Down", " Lake", " Moor", " Pass", " Spring", " Vale", " Weir", " Wood", " Quay", " Common", " Fell",
         " Grove", " Holt", " Mead", " Nook", " Ridge", " Shaw", " Stoke", " Thorpe", " Bend", " Gate")
         for head in HEADS for tail in TAILS]
names = [f"{first} {last}" for first in FIRST for last in LAST]
dice.shuffle(towns)
articles = [[] for _ in range(max(4, count * 2 // 5))]
for fact in range(count):
    if fact % 10 == 9:
        # A weekday that the date does not have.
        day = date(2031, 1, 1) + timedelta(days=fact % 360)
        wrong = (day + timedelta(days=2)).strftime("%A")
        dice.choice(articles).append(f"The fair opened on {wrong}, {day.day} {day:%B} {day.year}, at noon.")
        continue
    answers = dice.sample(names, dice.choice((2, 2, 2, 3, 3, 4)))
    sayers = answers + [dice.choice(answers) for _ in range(dice.choice((0, 1, 2, 4)))]
    home = dice.randrange(len(articles))
    for who in sayers:
        at = (home + dice.choice((0, 1, 2, 3))) % len(articles)
        articles[at].append(dice.choice(SAID).format(town=towns[fact % len(towns)], who=who))

folder.mkdir(parents=True)
for at, claims in enumerate(articles):
    month = folder / f"2031-{at % 12 + 1:02}"
    month.mkdir(exist_ok=True)
    paragraphs = [f"# What happened in week {at + 1}"]
    for claim in claims or [FILLER[0]]:
        around = [dice.choice(FILLER) for _ in range(dice.choice((1, 2, 3)))]
        around.insert(dice.randrange(len(around) + 1), claim)
        paragraphs.append(" ".join(around))
    (month / f"week-{at + 1:04}-{dice.choice(HEADS).lower()}.md").write_text("\n\n".join(paragraphs) + "\n")
