"""A translator's newsletter, from the first word to the last, held byte for byte against one that was made by hand."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.conftest import ROOT
from tests.desk.at_the_desk import Person, sitting
from tests.desk.conftest import Desk

BY_HAND = ROOT / "tests/cases/desk/2021-05.ro.md"
PAGE = "ro/newsletters/2021-05"

OLD_SENTENCE = (
    "Veckan gav också möjlighet till parterna att ta del av och lära från varandras erfarenheter"
    " genom en-till-en samtal, via rollspel och informellt nätverkande."
)
NEW_SENTENCE = (
    "Veckan gav också möjlighet till parterna att lära av varandra"
    " genom en-till-en samtal, via rollspel och gemensamma måltider."
)
PILOT = '<!-- print: "STÄDERNS" -->\n'
NEW_PARAGRAPH = "Föreläsningarna filmades, och filmerna finns på projektets webbplats.\n\n"
GONE = "Atlas of Migration samlar"

MARKS = re.compile(r"(\*\*.+?\*\*|\{\{.+?\}\}|\[.+\]\(.+?\)(?:\{.+?\})?| \| |\n)")
NO_TEXT = ("<!--", "| ---", "---", "[www", "<hello")
MARKERS = re.compile(r"^(?:#+ |\d\. |\| )|(?: \{ #[\w-]+ \}| +\|)$", re.MULTILINE)


def test_a_newsletter_is_begun_interrupted_continued_after_its_source_has_changed_and_finished(
    desk: Desk, browser: Browser
) -> None:
    texts = texts_of(BY_HAND.read_text(encoding="utf-8"))
    file, source = desk.root / f"docs/{PAGE}.md", desk.root / "docs/sv/newsletters/2021-05.md"
    with sitting(browser, desk) as person:
        person.open(PAGE)
        person.button("Begin the translation").click()
        person.page.wait_for_selector("body[data-ready] #next")
        begin(person, texts)
        is_interrupted(person, texts)
        change(source)
        person.open(PAGE)
        expect(person.text("Sammanträde för")).to_have_text(re.compile(texts[12][2:30]))
        follow(person)
        go_on(person, texts)
        is_done(person)
    assert file.read_text(encoding="utf-8") == BY_HAND.read_text(encoding="utf-8")
    assert file.read_bytes() == BY_HAND.read_bytes()


def texts_of(page: str) -> list[str]:
    """The texts of a page, without what Markdown has around them, in the order of the desk; addresses left out."""
    _, front, body = page.split("---\n", 2)
    first = [re.search(f"^{key}: '?(.+?)'?$", front, re.MULTILINE) for key in ("title", "summary", "alt")]
    found = [match[1] for match in first if match]
    for block in body.split("\n\n"):
        lines = [line for line in block.split("\n") if line and not line.startswith(NO_TEXT)]
        for line in lines:
            if line.startswith("   ") or (line is not lines[0] and not re.match(r"\d\. |\| ", line)):
                found[-1] += "\n" + line.strip()
            else:
                found.append(re.sub(r"  +\|", " |", line))
    return [MARKERS.sub("", text) for text in found]


def write(person: Person, markdown: str) -> None:
    """What a hand-made text says, typed as a translator does who has never seen Markdown: marks come from Ctrl+1."""
    for piece in MARKS.split(markdown):
        if piece == "\n":
            person.press("Enter")
        elif piece.startswith(("**", "[")):
            person.press("Control+1")
            write(person, piece.strip("*").lstrip("[").rpartition("](")[0] or piece.strip("*"))
            person.press("ArrowRight")
        elif piece == " | " or piece.startswith("{{"):
            person.press("Control+1")
        elif piece:
            person.insert(piece[:-3])
            person.type(piece[-3:])


def begin(person: Person, texts: list[str]) -> None:
    """The first parts, one after the other: each key leads to the next that is to be done."""
    expect(person.text("Nyhetsbrev maj 2021")).to_be_focused()
    for text in texts[:12]:
        write(person, text.replace("mese luate împreună", "contacte informale"))
        person.press("Alt+ArrowDown")
    expect(person.row("Projektparterna har genomfört").locator(".ProseMirror .chip")).to_have_text(
        "10–12 mai 2021"
    )
    expect(person.page.locator("#progress-text")).to_contain_text(re.compile("12 .*33"))


def is_interrupted(person: Person, texts: list[str]) -> None:
    """The browser is closed while a part is typed, before anything of it could be saved."""
    write(person, texts[12])
    person.page.close(run_before_unload=False)
    person.page = person.page.context.new_page()


def change(source: Path) -> None:
    """Somebody edits the Swedish page: a sentence, a paragraph more, a paragraph less."""
    text = source.read_text(encoding="utf-8")
    assert OLD_SENTENCE in text
    gone = next(paragraph for paragraph in text.split("\n\n") if paragraph.startswith(GONE))
    text = text.replace(OLD_SENTENCE, NEW_SENTENCE).replace(PILOT, NEW_PARAGRAPH + PILOT)
    source.write_text(text.replace(gone + "\n\n", ""), encoding="utf-8")


def follow(person: Person) -> None:
    """What has changed is marked word by word; the translator changes two words, and takes out what is gone."""
    row = person.row("Målet med veckan")
    person.press("Alt+ArrowDown")
    expect(row.locator(".ProseMirror")).to_be_focused()
    expect(row).to_have_class(re.compile("changed"))
    assert "informellt nätverkande" in " ".join(row.locator("del").all_inner_texts())
    assert "gemensamma måltider" in " ".join(row.locator("ins").all_inner_texts())
    assert "Veckan" not in " ".join(row.locator("ins, del").all_inner_texts())
    last = row.locator(".ProseMirror").inner_text().rpartition("\n")[2]
    person.end()
    person.press(*["ArrowLeft"] * (len(last) + 2), *["Control+Shift+ArrowLeft"] * 2)
    person.type("mese luate împreună")
    gone = person.row(GONE)
    expect(gone).to_have_class(re.compile("removed"))
    gone.locator(".text").click()
    gone.get_by_role("button", name=person.says("Take it out")).click()
    expect(person.row(GONE)).to_have_count(0)


def go_on(person: Person, texts: list[str]) -> None:
    """All that is left, from the new paragraph to the last line."""
    person.enter("Föreläsningarna filmades")
    for text in texts[13:]:
        write(person, text)
        person.press("Alt+ArrowDown")


def is_done(person: Person) -> None:
    """Only what has changed meanwhile is asked for: the translator has answered it, and says so."""
    person.button("This says what its source says").click()
    person.button("It is done").click()
    expect(person.page.locator(".panes .state")).to_have_text(person.says("current"))
