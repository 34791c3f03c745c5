"""A project of any size to measure on: pages of some 600 words with headings, lists, tables and links.

The same number gives the same corpus, byte for byte: words are drawn by a generator with a fixed seed.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCALES = ("sv", "ro", "it", "en")
SYLLABLES = {
    "sv": "stad lands kom mun sam ver kan delt ag ande möj lig het språk år fram tid värd",
    "ro": "oraș in te gra re comu ni ta te par ti ci pa re lo cal șan să țară vi i tor",
    "it": "cit tà in te gra zio ne co mu ni tà par te ci pa zio ne lin gua per ché",
    "en": "town in te gra tion com mu ni ty part i ci pate lang uage fu ture val ue",
}


def write_corpus(root: Path, pages: int, *, missing: float = 0.25) -> Path:
    """Make a project of `pages` newsletters in `root`: all in Swedish and English, the rest with gaps."""
    for name in ("mkdocs.yml", "hooks", "i18n", "theme", "data"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        if source.exists():
            root.mkdir(parents=True, exist_ok=True)
            copy(source, root / name)
    shutil.copytree(ROOT / "docs", root / "docs")
    draw = random.Random(2021)  # noqa: S311 (a corpus, no secret)
    for number in range(pages):
        for locale in LOCALES:
            if locale in ("ro", "it") and draw.random() < missing:
                continue
            path = root / "docs" / locale / "newsletters" / f"issue-{number:05d}.md"
            path.write_text("\n".join(_page(draw, locale, number, pages)), encoding="utf-8", newline="\n")
    return root


def _page(draw: random.Random, locale: str, number: int, pages: int) -> Iterator[str]:
    title = _words(draw, locale, 4).capitalize()
    yield from ("---", f'title: "{title}"', f'summary: "{_sentence(draw, locale)}"')
    yield f'date: "{1990 + number % 40}-{1 + number % 12:02d}"'
    if locale != "sv":
        yield from ("translation:", "  source: sv", "  status: translated")
    yield from ("---", "", f"# {title}", "")
    for section in range(5):
        yield from (f"## {_words(draw, locale, 3).capitalize()} {{ #part-{section} }}", "")
        yield from (_sentence(draw, locale) for _ in range(6))
        yield from ("", *(f"- {_sentence(draw, locale)}" for _ in range(3)), "")
        yield f"[{_words(draw, locale, 2)}](issue-{(number * 7 + section) % pages:05d}.md#part-{section})"
        yield ""
    yield from (f"| {_words(draw, locale, 1)} | {_words(draw, locale, 1)} |", "|---|--:|")
    yield from (f"| {_words(draw, locale, 2)} | {draw.randrange(1000)} |" for _ in range(6))


def _sentence(draw: random.Random, locale: str) -> str:
    return _words(draw, locale, draw.randrange(8, 18)).capitalize() + "."


def _words(draw: random.Random, locale: str, number: int) -> str:
    syllables = SYLLABLES[locale].split()
    return " ".join("".join(draw.choices(syllables, k=draw.randrange(1, 4))) for _ in range(number))
