"""What every page is shown with, as it is published: the style sheet, scripts, fonts and pictures of the theme.

Each is named by its content (`assets/style.3f2a9c1b.css`), so that a browser may keep it for ever, and a page never
meets the styles of another build.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from publications.faults import Fault, PublicationError
from publications.identity.palette import painted, palette, style_of
from publications.paper.icons import site_icons
from publications.project import Project

FOLDER = "assets"
STYLE = "style.css"
SHEETS = (
    "fonts",
    "identity",
    "typeset",
    "site",
    "page",
    "infographic",
    "charts",
    "search",
    "translations",
    "root",
    "print",
)
"""The sources that the one style sheet is joined of, in their order."""
NUMBERS = "".join(f'[data-n="{number}"] {{ --n: {number}; }}\n' for number in range(121))
"""A number of a template as styles read it: a page's policy allows no style within it. Ten years have 120 months."""

LOGO = "logo"
"""What templates call the project's logo, whatever its file is called."""

_LARGEST_ICON = 8_000
"""Bytes of a logo that stands in each page as the tab's icon."""

_FACE = re.compile(r'url\("\.\./fonts/(?P<file>[\w-]+\.woff2)"\)[^}]*unicode-range:(?P<range>[^;}]*)')
_FONT = re.compile(r'url\("\.\./fonts/([\w-]+\.woff2)"\)')
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Font:
    """A font that a page asks for at once whose text has one of these letters. name: as published.

    It is painted with from the first moment or, where the font comes late, not at all: nothing moves.
    """

    name: str
    letters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Assets:
    """files: name below the site's root → bytes; names: name in the theme ("site.js") → name below the site's root.

    icon: of the tab, as a `data:` address, "" for a logo that is too large for it; ground: the colour of the head.
    """

    files: Mapping[str, bytes]
    names: Mapping[str, str]
    fonts: tuple[Font, ...]
    icon: str
    ground: str

    def named(self, name: str) -> str:
        """Where a file of the theme is published; one that is not there is a KeyError."""
        return self.names[name]

    def fonts_for(self, *texts: str) -> tuple[str, ...]:
        """The fonts that these texts are painted with, as published."""
        letters = frozenset().union(*texts)
        return tuple(font.name for font in self.fonts if not font.letters.isdisjoint(letters))


def read_assets(project: Project, topics: Iterable[str] = ()) -> Assets:
    """The assets of a site; the same files give the same names and bytes. One that is missing is a PublicationError.

    topics: ids of those that a list can be narrowed to.
    """
    try:
        return _read(project, style_of(project) + "".join(map(_narrowed_to, topics)))
    except (OSError, KeyError) as error:
        name = Path(getattr(error, "filename", None) or str(error.args[0])).name
        message = (
            f"'{name}' is missing, and pages are shown with it. Put it back, or install the engine again."
        )
        raise PublicationError(Fault(f"theme/{FOLDER}", 0, message, rule="template")) from None


def _narrowed_to(topic: str) -> str:
    """What hides the other cards of a list when a topic is chosen, and years without one."""
    other = f':not([data-topics~="{topic}"])'
    year = f'.year:not(:has([data-topics~="{topic}"]))'
    return f'.index:has(.topics [value="{topic}"]:checked) :is(.card{other}, {year}) {{ display: none; }}\n'


def _read(project: Project, rules: str) -> Assets:
    source, colours = project.theme_dir / FOLDER, palette(project)
    plain = {path.name: _painted(path, colours) for path in _files(source)} | dict(site_icons(project))
    plain |= {path.name: path.read_bytes() for path in project.identity.files}
    logo = project.identity.logo.name if project.identity.logo else "mark.svg"
    names = {name: _published(name, content) for name, content in plain.items()}
    css = "\n".join((source / "stylesheets" / f"{sheet}.css").read_text(encoding="utf-8") for sheet in SHEETS)
    style = _FONT.sub(
        lambda found: f'url("{PurePosixPath(names[found[1]]).name}")', _COMMENT.sub("", css) + NUMBERS + rules
    ).encode()
    names |= {STYLE: _published(STYLE, style), LOGO: names[logo]}
    files = {names[name]: content for name, content in plain.items()} | {names[STYLE]: style}
    for licence in sorted(source.glob("*/*.txt")):
        files[f"{FOLDER}/{licence.name}"] = licence.read_bytes()
    is_small = logo.endswith(".svg") and len(plain[logo]) < _LARGEST_ICON
    icon = f"data:image/svg+xml;base64,{b64encode(plain[logo]).decode()}" if is_small else ""
    return Assets(files, names, tuple(_fonts(css, names)), icon, colours["night"])


def _painted(file: Path, colours: Mapping[str, str]) -> bytes:
    data = file.read_bytes()
    return painted(data.decode(), colours).encode() if file.suffix == ".svg" else data


def _files(source: Path) -> Iterator[Path]:
    for pattern in ("images/*", "fonts/*.woff2", "javascripts/*"):
        yield from sorted(source.glob(pattern))


def _published(name: str, content: bytes) -> str:
    stem, suffix = name.rsplit(".", 1)
    return f"{FOLDER}/{stem}.{sha256(content).hexdigest()[:8]}.{suffix}"


def _fonts(css: str, names: Mapping[str, str]) -> Iterator[Font]:
    for face in _FACE.finditer(css):
        yield Font(names[face["file"]], frozenset(_letters(face["range"].split(","))))


def _letters(ranges: Iterable[str]) -> Iterator[str]:
    """The letters of "U+100-101" and "U+192"."""
    for span in ranges:
        first, _, last = span.strip().removeprefix("U+").partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))
