"""People at work on one page at once: two windows of the desk, an editor with the file itself, and whoever types commands.

Each word that they type is one of a kind, `q17z`, so that it can be told whether it is still there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner

from publications.commands.cli import main
from publications.desk.opened import open_page
from publications.desk.saving import Outcome, Saved, insert, join, remove, save
from publications.desk.steps import begin, finish, means_the_same
from publications.desk.typed import Typed
from publications.editing.segment import Part, PartKind
from publications.faults import PublicationError
from publications.project import Project, load_project
from publications.reading.reading import Reading
from publications.translation.version import version_of
from tests.conftest import ROOT

PAGE = "plan.md"
SOURCE, OWN = "en", "ro"
PLAN = """\
---
title: The plan
summary: What we "want" to do.
---

# The plan

We meet in May in Prato, and everybody is welcome.

Read the [report](index.md) on 1,250 tonnes.
It is long.

## Next steps { #next }

- Write it down
- Read it together
- Tell others

| Year | Visitors |
| ---- | -------: |
| 2020 | 7        |
| 2021 | 12       |

> A word from the mayor.

Then we write a report about all that we have learned.
"""
PLAN_RO = """\
---
title: "Planul"   # așa
summary: Ce vom face.
translation:
  source: en
  version: {version}
  status: translated
---

# Planul

Ne vedem în mai la Prato, și toată lumea este binevenită.

Citiți [raportul](index.md) despre 1.250 de tone.
Este lung.

## Pașii următori {{ #next }}

- Scrieți
- Spuneți altora

| Anul | Vizitatori |
| ---- | ---------: |
| 2020 | 7          |
| 2021 | 12         |

Apoi scriem un raport despre tot ce am învățat.
"""
_WORD = re.compile(r"q\d+z")
WAYS = (
    "{0}",
    "Cuvinte {0} de la {1}.",
    "{0} întâi.\n\nApoi {1}.",
    "* {0}",
    "# {0} #",
    "- {0}\n- {1}",
    "1. {0}",
    "| {0} | {1} |",
    "<!-- {0}",
    "{{{{ {0} {1}",
    "---\n{0}",
    "\"{0}\": '{1}' - \\",
    "/// {0}\n\n{1}",
    "    {0}",
    "[{0}]: {1}",
    "```\n{0}",
    "<b>{0}",
)
"""What somebody may type, with two words that are one of a kind."""


def words_in(text: str) -> set[str]:
    """The words that are one of a kind."""
    return set(_WORD.findall(text))


@dataclass
class Window:
    """What one window shows: key and Markdown of each part that can be typed in."""

    shown: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class People:
    """root: of a small project; owed: the words of each language's text that must be in its file."""

    root: Path
    project: Project
    owed: dict[str, set[str]] = field(default_factory=dict)
    windows: dict[str, Window] = field(default_factory=dict)
    count: int = 0

    @classmethod
    def at(cls, root: Path) -> People:
        root.mkdir(parents=True)
        (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
        (root / "docs/en").mkdir(parents=True)
        (root / "docs/en/index.md").write_text(
            "---\ntitle: Home\n---\n\n# Home\n\nHello.\n", encoding="utf-8"
        )
        return cls(root, load_project(root))

    def start(self) -> None:
        """The page as it is before anybody begins."""
        version = version_of(PLAN).code
        texts = {
            f"docs/{SOURCE}/{PAGE}": PLAN,
            f"docs/{OWN}/{PAGE}": PLAN_RO.format(version=version),
            f"i18n/sources/{version}.md": PLAN,
        }
        for name, text in texts.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_bytes(text.encode())
        (self.root / "i18n/same-meaning.txt").unlink(missing_ok=True)
        self.owed = {SOURCE: set(), OWN: set()}
        self.windows = {}

    # What they do. who: 0 and 1 are windows on the translation, 2 one on the original; which, how: a choice.

    def look(self, who: int, _which: int, _how: int) -> None:
        """A window is opened, or loaded again."""
        locale = self.locale_of(who)
        opened = open_page(self.project, PAGE, locale)
        rows = ((row, opened.slot(row.own)) for row in opened.rows)
        shown = [(row.key, slot.markdown if slot else "") for row, slot in rows if slot or not row.own]
        self.windows[f"{who}"] = Window(shown if opened.is_there else [])

    def type(self, who: int, which: int, how: int) -> None:
        """Somebody types in a part as it was when they looked, in the formatted text or as Markdown."""
        if f"{who}" not in self.windows:
            self.look(who, which, how)
        shown = self.windows[f"{who}"].shown
        if not shown:
            return
        at = which % len(shown)
        key, base = shown[at]
        words = WAYS[how % len(WAYS)].format(self.new_word(), self.new_word())
        text = f"{base} {words}" if which % 3 == 0 else words
        typed = Typed(key, base, markdown=text) if how % 2 else Typed(key, base, parts_of(text))
        saved = self._save(who, typed, text)
        if saved and saved.outcome is Outcome.CONFLICT and how % 3:
            # They have seen both, and keep their own.
            saved = self._save(who, Typed(key, saved.now, typed.parts, typed.markdown), text)
        if saved and saved.outcome is not Outcome.CONFLICT:
            shown[at] = (key, saved.markdown)

    def take_out(self, who: int, which: int, _how: int) -> None:
        shown = self.windows[f"{who}"].shown if f"{who}" in self.windows else []
        if shown:
            key, base = shown[which % len(shown)]
            self._done(who, remove(self.project, PAGE, self.locale_of(who), key, base), base, "")

    def join(self, who: int, which: int, _how: int) -> None:
        shown = self.windows[f"{who}"].shown if f"{who}" in self.windows else []
        if len(shown) > 1:
            at = which % (len(shown) - 1)
            keys = shown[at][0], shown[at + 1][0]
            self._done(who, join(self.project, PAGE, self.locale_of(who), *keys), "", "")

    def insert(self, who: int, which: int, how: int) -> None:
        shown = self.windows[f"{who}"].shown if f"{who}" in self.windows else []
        if shown:
            text = WAYS[how % len(WAYS)].format(self.new_word(), self.new_word())
            key = shown[which % len(shown)][0]
            self._done(who, insert(self.project, PAGE, self.locale_of(who), key, text), "", text)

    def edit(self, who: int, which: int, how: int) -> None:
        """An editor changes the file: a word more, a part more, a part less, other line ends, two parts exchanged."""
        locale = self.locale_of(who)
        if not self.path(locale).is_file():
            return
        text = self.path(locale).read_bytes().decode()
        head, _, body = text.replace("\r\n", "\n").partition("\n---\n")
        parts = body.split("\n\n")
        at = 1 + which % max(len(parts) - 1, 1)
        word = self.new_word()
        if how % 5 == 0 and at < len(parts):
            parts[at] = f"{parts[at].rstrip()} {word}"
        elif how % 5 == 1:
            parts.insert(at, f"Nou: {word}.")
        elif how % 5 == 2 and at < len(parts) - 1:
            parts.pop(at)
        elif how % 5 == 3 and at < len(parts) - 1:
            parts[at], parts[at + 1] = parts[at + 1], parts[at]
        new = f"{head}\n---\n" + "\n\n".join(parts)
        new = new.replace("\n", "\r\n") if how % 5 == 4 else new
        self.path(locale).write_bytes(new.encode())
        self.owed[locale] = (self.owed[locale] & words_in(new)) | (words_in(new) - words_in(text))

    def delete(self, _who: int, which: int, _how: int) -> None:
        if which % 4 == 0:
            self.path(OWN).unlink(missing_ok=True)
            self.owed[OWN] = set()

    def command(self, _who: int, which: int, how: int) -> None:
        """`pubs start`, `done`, `minor` or `fix`; one that refuses has written nothing."""
        before = self.files()
        try:
            if how % 4 == 0:
                begin(self.project, PAGE, OWN, None)
            elif how % 4 == 1:
                finish(self.project, PAGE, OWN)
            elif how % 4 == 2:
                means_the_same(self.project, PAGE, SOURCE)
            elif which % 4 == 0:
                done = CliRunner().invoke(main, ["fix", "--project", str(self.root)])
                assert done.exit_code == 0, done.output
        except PublicationError:
            assert self.files() == before
            return
        if how % 4 == 0:
            self.owed[OWN] = words_in(self.files()[OWN])

    # What they get

    def locale_of(self, who: int) -> str:
        return SOURCE if who == 2 else OWN

    def path(self, locale: str) -> Path:
        return self.root / "docs" / locale / PAGE

    def files(self) -> dict[str, str]:
        return {
            code: self.path(code).read_bytes().decode() if self.path(code).is_file() else ""
            for code in (SOURCE, OWN)
        }

    def new_word(self) -> str:
        self.count += 1
        return f"q{self.count}z"

    def look_after(self) -> None:
        """Nothing that was said to be saved is gone, and every file can be read."""
        for code, text in self.files().items():
            assert self.owed[code] <= words_in(text), f"{self.owed[code] - words_in(text)} is gone:\n{text}"
            assert not Reading.of(text).problem, text
            kept = [path.name for path in self.path(code).parent.iterdir()]
            assert not [name for name in kept if name.endswith(".draft")]

    def _save(self, who: int, typed: Typed, text: str) -> Saved | None:
        before = self.files()
        try:
            saved = save(self.project, PAGE, self.locale_of(who), typed)
        except PublicationError:
            assert self.files() == before
            return None
        return self._done(who, saved, typed.base, text, before)

    def _done(
        self, who: int, saved: Saved, base: str, text: str, before: dict[str, str] | None = None
    ) -> Saved:
        locale = self.locale_of(who)
        if saved.outcome is Outcome.CONFLICT:
            assert before in (None, self.files())
            assert words_in(text) <= words_in(saved.markdown)
        elif saved.outcome is Outcome.SAVED:
            self.owed[locale] = (self.owed[locale] - (words_in(base) - words_in(text))) | words_in(text)
        else:
            assert words_in(text) <= words_in(self.files()[locale])
        return saved


def parts_of(text: str) -> tuple[Part, ...]:
    """What is typed in the formatted text: words."""
    return (Part(PartKind.TEXT, "", text),)
