"""The desk: python benchmarks/desk.py [PAGES].

The same page on the site as it is, and beside so many others (default 1,000): what the desk's server computes until the
page is shown for the first time (0.2 s is allowed), and while somebody types (30 ms). Milliseconds of processor time.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_corpus
from publications.desk.actions import Actions
from publications.desk.opened import Opened, open_page
from publications.desk.session import Session
from publications.desk.views import Views

PAGES = (
    ("newsletters/2021-05.md", "sv", "a page of the site"),
    ("newsletters/issue-00000.md", "it", "850 words"),
)
_KEYS = 9
_PATIENCE = 20.0  # seconds


def main() -> None:
    """Print one small table for each page."""
    parser = argparse.ArgumentParser(description="What the desk costs while somebody translates.")
    parser.add_argument("pages", nargs="?", type=int, default=1000)
    parser.add_argument("--in", dest="root", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.root:
        json.dump({name: _measured(given.root, name, locale) for name, locale, _ in PAGES}, sys.stdout)
        return
    few, many = (_in_a_process_of_its_own(number) for number in (1, given.pages))
    for name, _, about in PAGES:
        print(f"{about + ', milliseconds of cpu':44} {'1':>8} {given.pages:>8} {'ratio':>8}")
        for what, cost in many[name].items():
            print(f"  {what:42} {few[name][what]:8.1f} {cost:8.1f} {cost / few[name][what]:8.2f}")


def _in_a_process_of_its_own(pages: int) -> Mapping[str, Mapping[str, float]]:
    with tempfile.TemporaryDirectory() as folder:
        root = write_corpus(Path(folder) / "project", pages).root
        command = [sys.executable, __file__, "--in", str(root)]
        told: dict[str, dict[str, float]] = json.loads(subprocess.check_output(command))
        return told


def _is_read(session: Session, before: int) -> None:
    """Returns when what has changed since then is read, behind the scenes."""
    end = time.monotonic() + _PATIENCE
    while session.generation == before and time.monotonic() < end:
        time.sleep(0.001)


def _measured(root: Path, page: str, locale: str) -> Mapping[str, float]:
    session = Session(root, "token")
    views = Views(session)
    actions = Actions(session, views)
    place = {"page": page, "locale": locale}

    def cost(action: str, base: str, new: str) -> float:
        asked = actions.named(action)
        return _cost(lambda: asked and asked(place | {"key": key, "base": base, "markdown": new}))

    found = {
        "the project is read, as `pubs desk` starts": _cost(lambda: session.around.facts),
        "a page is shown for the first time": _cost(
            lambda: views.page(open_page(session.project, page, locale))
        ),
        "… again": _cost(lambda: views.page(open_page(session.project, page, locale))),
    }
    key, text = _longest(open_page(session.project, page, locale))
    found["the first check of a block"] = cost("check", text, f"{text} a")
    checks, saves, read, after, shown = [], [], [], [], []
    for _ in range(_KEYS):
        new = f"{text} a"
        checks.append(cost("check", text, new))
        before = session.generation
        saves.append(cost("save", text, new))
        read.append(_cost(partial(_is_read, session, before)))
        after.append(cost("check", new, new))
        shown.append(_cost(lambda: views.rows(open_page(session.project, page, locale))))
        text = new
    return found | {
        "a keystroke's check": median(checks),
        "a block is saved": median(saves),
        "… and what has changed is read behind it": median(read),
        "a keystroke's check, the first after a save": median(after),
        "the rows anew": median(shown),
    }


def _longest(opened: Opened) -> tuple[str, str]:
    """The row whose text is longest, which is dearest to check."""
    slots = [(row.key, opened.slot(row.own)) for row in opened.rows]
    return max(((key, slot.markdown) for key, slot in slots if slot), key=lambda one: len(one[1]))


def _cost(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main()
