"""A proof: what somebody who types the text of a poster sees of it, and is told, before anything is built."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from textwrap import indent

import pytest
import yaml
from PIL import Image, ImageChops, ImageStat

from publications.desk.poster import poster_answer
from publications.desk.session import Session
from publications.facts.library import read_facts
from publications.faults import PublicationError
from publications.paper.poster import Poster
from publications.paper.proof import Proof, proof_of
from publications.project import load_project
from tests.infographics.conftest import ROOT, maker_of
from tests.infographics.test_components import CASES

Change = Callable[[Mapping[str, Mapping[str, str]]], Path]
PAGE = "infographics/city-strategies.md"
SWEDISH = f"docs/sv/{PAGE}"
LONG = "Det här är en mening som ingen har plats för. " * 12
CARD = "### 1. Interaktion { #interaction }\n"
TOO_LONG = {SWEDISH: {CARD: f"{CARD}\n{LONG}\n"}}
RED = (179, 18, 29)
RED_AS_GREY = 67


def proof(root: Path, page: str = PAGE, locale: str = "sv") -> Proof:
    made = proof_of(load_project(root), read_facts(root), page, locale)
    assert made is not None
    return made


def opened(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture)).convert("RGB")


def marked(picture: bytes) -> tuple[float, ...] | None:
    """Left, top, right and bottom of all that is red, as shares of the sheet; None when nothing is."""
    image = opened(picture)
    red = Image.new("1", image.size)
    red.putdata([pixel == RED for pixel in image.get_flattened_data()])
    box = red.getbbox()
    return box and tuple(place / side for place, side in zip(box, image.size * 2, strict=True))


@pytest.mark.parametrize("name", ["city-strategies.it", "background-and-method.sv"])
def test_a_poster_that_fits_is_shown_as_it_is_printed(posters: Mapping[str, Poster], name: str) -> None:
    page, locale = name.split(".")

    made = proof(ROOT, f"infographics/{page}.md", locale)

    assert made.faults == ()
    assert marked(made.picture) is None
    assert opened(made.picture).width in (900, 901)
    both = (opened(picture).resize((70, 99)) for picture in (made.picture, posters[name].preview))
    assert max(ImageStat.Stat(ImageChops.difference(*both)).mean) < 5


def test_a_box_that_is_too_full_is_framed_in_red_and_named_with_its_millimetres(changed: Change) -> None:
    made = proof(changed(TOO_LONG))

    (fault,) = made.faults
    assert str(fault).startswith(
        f"{SWEDISH}:23: on the poster in Swedish, the box 'interaction' (numbered-cards) is "
    )
    assert " mm too small for its text. Shorten “" in fault.message
    left, top, right, bottom = marked(made.picture) or (0, 0, 1, 1)
    assert (round(left, 2), round(right, 2)) == (0.05, 0.35)
    assert (round(top, 2), round(bottom, 2)) == (0.19, 0.36)


def test_a_box_that_is_too_full_is_seen_without_colours(changed: Change) -> None:
    grey = opened(proof(changed(TOO_LONG)).picture).convert("L")
    edge, middle = round(0.05 * grey.width), round(0.3 * grey.height)

    across = [grey.getpixel((edge + place, middle)) for place in range(-8, 8)]

    assert sum(value == RED_AS_GREY for value in across) >= 4
    sign = grey.crop(
        (
            round(0.25 * grey.width),
            round(0.337 * grey.height),
            round(0.34 * grey.width),
            round(0.353 * grey.height),
        )
    )
    assert sign.getextrema() == (RED_AS_GREY, 255)


def test_a_proof_tells_what_the_build_would_tell(changed: Change) -> None:
    lead = "summary: Inom vilka områden"
    root = changed({SWEDISH: {**TOO_LONG[SWEDISH], lead: f"summary: {LONG} Inom vilka områden"}})

    with pytest.raises(PublicationError) as told:
        maker_of(root).poster(PAGE, "sv")

    assert len(told.value.faults) == 2
    assert proof(root).faults == told.value.faults


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_every_component_shows_where_it_is_too_full(changed: Change, path: Path) -> None:
    root = changed({})
    sample: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    layout = f"sections:\n  sample:\n{indent(sample['layout'], '    ')}"
    (root / "data/infographics/sample.yml").write_text(layout, encoding="utf-8")
    text = f"---\ntitle: Sample\nsummary: A sample.\n---\n\n# Sample\n\n{sample['text']}\n\n{LONG * 20}\n"
    (root / "docs/en/infographics/sample.md").write_text(text, encoding="utf-8")

    made = proof(root, "infographics/sample.md", "en")

    assert [fault.message for fault in made.faults if f"({path.stem})" in fault.message]
    assert marked(made.picture)


def test_a_draft_can_be_seen_by_who_translates_it(changed: Change) -> None:
    root = changed({SWEDISH: {"status: translated": "status: draft"}})
    assert "sv" not in maker_of(root).publications.published(PAGE)

    made = proof(root)

    assert made.faults == ()
    assert made.picture == proof(ROOT).picture


def test_a_proof_changes_no_poster_of_the_site_and_writes_no_file(
    changed: Change, posters: Mapping[str, Poster]
) -> None:
    root = changed(TOO_LONG)
    assert load_project(root).theme_dir
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}

    proof(root)

    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
    made = maker_of(root).poster(PAGE, "it")
    assert made is not None
    assert (made.pdf, made.preview) == (
        posters["city-strategies.it"].pdf,
        posters["city-strategies.it"].preview,
    )


def test_words_that_leave_the_boxes_below_them_no_room_are_cut_off_and_all_are_marked(
    changed: Change,
) -> None:
    root = changed({SWEDISH: {f"\n{CARD}": f"\n{LONG * 4}\n\n{CARD}"}})

    made = proof(root)

    assert [fault.message.split("'")[1] for fault in made.faults] == [
        "interaction",
        "area-participation",
        "governance",
    ]
    _, top, right, bottom = marked(made.picture) or (0, 0, 0, 1)
    assert right > 0.9
    assert 0.15 < top < bottom < 0.4


def test_a_heading_that_the_layout_does_not_have_is_told_and_the_rest_is_drawn(changed: Change) -> None:
    root = changed({SWEDISH: {"\n## Hur?": "\n## Varför? { #why }\n\nDärför.\n\n## Hur?"}})

    made = proof(root)

    assert ["'#why' is no section" in fault.message for fault in made.faults] == [True]
    assert made.picture == proof(ROOT).picture


def test_a_section_whose_parts_are_not_written_yet_is_drawn_without_them(changed: Change) -> None:
    root = changed({})
    text = (root / SWEDISH).read_text(encoding="utf-8")
    start, end = text.index(CARD), text.index("\n## ", text.index(CARD))
    (root / SWEDISH).write_text(text[:start] + text[end:], encoding="utf-8")

    made = proof(root)

    assert made.picture.startswith(b"\x89PNG")
    assert [fault.message.split("'")[1] for fault in made.faults] == [
        "interaction",
        "area-participation",
        "governance",
    ]
    with pytest.raises(PublicationError, match="its poster cannot be made"):
        maker_of(root).poster(PAGE, "sv")


def test_a_letter_that_no_font_has_is_told_and_the_sheet_is_shown(changed: Change) -> None:
    made = proof(changed({SWEDISH: {"1. Interaktion": "1. Inter漢aktion"}}))

    assert ["U+6F22" in fault.message for fault in made.faults] == [True]
    assert made.picture.startswith(b"\x89PNG")


def test_a_text_that_is_not_there_or_cannot_be_read_has_no_picture_and_says_why(changed: Change) -> None:
    root = changed({})
    (root / SWEDISH).write_bytes(b"\xff\xfe\x00")

    unreadable, missing = proof(root), proof(root, "infographics/background-and-method.md", "ro")

    assert (unreadable.picture, missing.picture) == (b"", b"")
    assert "is not UTF-8" in unreadable.faults[0].message
    assert str(missing.faults[0]).startswith(
        "docs/ro/infographics/background-and-method.md: is not written yet"
    )


def test_a_page_that_is_no_poster_has_no_proof() -> None:
    project = load_project(ROOT)

    assert proof_of(project, read_facts(ROOT), "newsletters/2021-05.md", "sv") is None
    assert proof_of(project, read_facts(ROOT), "infographics/index.md", "sv") is None


def test_the_desk_shows_the_poster_of_the_file_as_it_is_at_each_question(changed: Change) -> None:
    root = changed(TOO_LONG)
    session = Session(root, "token")

    full = poster_answer(session, "infographics/city-strategies", "sv")
    file = root / SWEDISH
    file.write_text(file.read_text(encoding="utf-8").replace(LONG, ""), encoding="utf-8")
    fits = poster_answer(session, PAGE, "sv")

    pictures = [
        b64decode(str(answer["picture"]).removeprefix("data:image/png;base64,")) for answer in (full, fits)
    ]
    assert [bool(marked(picture)) for picture in pictures] == [True, False]
    assert bool(full["faults"])
    assert "'said': '{typed} does not fit. Shorten it.'" in str(full["faults"])
    assert fits["faults"] == []


def test_the_desk_draws_nothing_that_is_no_page_of_the_project(changed: Change) -> None:
    session = Session(changed({}), "token")

    assert poster_answer(session, "index.md", "sv") == {"picture": "", "faults": []}
    with pytest.raises(PublicationError, match="is no page of this project"):
        poster_answer(session, "infographics/../../../secret", "sv")
    with pytest.raises(PublicationError):
        poster_answer(session, PAGE, "xx")
