"""A poster: the sheet of one infographic in one language, and the pictures made from the same tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from publications.facts.library import Facts
from publications.faults import Fault, Level, PublicationError
from publications.language.names import language_name
from publications.layouts.drawing import Drawing, drawn_html
from publications.layouts.layout import Layout
from publications.layouts.layout_file import read_layout
from publications.pages import Publications, Translation
from publications.paper.cache import Cache
from publications.paper.fitting import Overflow, overflows
from publications.paper.sheet import Sheet, read_sheet
from publications.paper.social import social_values
from publications.paper.typesetting import Typesetter, TypesettingError
from publications.reading.encoding import as_lines
from publications.reading.reading import read_blocks

RULE = "poster"
TEMPLATE, SOCIAL_TEMPLATE = "poster/poster.typ", "poster/social.typ"
_PREVIEW_PPI, _SOCIAL_PPI = 50, 72


@dataclass(frozen=True, slots=True)
class Poster:
    """A poster as it is published. translation: the text that it shows; preview: PNG of the sheet."""

    translation: Translation
    pdf: bytes
    preview: bytes


@dataclass(frozen=True, slots=True)
class PosterMaker:
    """Makes the posters of a project, each once."""

    publications: Publications
    facts: Facts

    def layout(self, page: str) -> Layout | None:
        """How a page ("infographics/city-strategies.md") is drawn, be it as usual; None for one that is not drawn."""
        project = self.publications.project
        kind = project.kinds.of(page)
        return read_layout(project, page, self.facts)[0] if kind and kind.is_drawn else None

    def drawing(self, page: str, locale: str) -> Callable[[str], Drawing] | None:
        """What draws the HTML of a page's text; None for a page that is not drawn."""
        text, layout = self.publications.shown(page, locale), self.layout(page)
        return partial(drawn_html, layout, self.facts, text.locale) if layout and text else None

    def poster(self, page: str, locale: str) -> Poster | None:
        """The poster that a reader of a locale gets: of the text that the page shows there.

        None when its kind has none. What does not fit, or no font can write, is a PublicationError.
        """
        text, layout = self.publications.shown(page, locale), self.layout(page)
        if layout is None or text is None or not layout.is_sheet:
            return None
        sheet = read_sheet(self.publications, text, layout, self.facts)
        inputs = f"{TEMPLATE} {_PREVIEW_PPI} {sheet.json}"
        made = self._cache.files(inputs, partial(self._make, sheet), ("pdf", "png"))
        return Poster(text, made["pdf"], made["png"])

    def social_picture(self, text: Translation) -> bytes:
        """1200 × 630 pixels of PNG, to stand beside a link to the page."""
        values = social_values(self.publications.project, text)
        make = partial(self._typesetter.png, SOCIAL_TEMPLATE, values, _SOCIAL_PPI)
        inputs = f"{SOCIAL_TEMPLATE} {_SOCIAL_PPI} {values}"
        return self._cache.files(inputs, lambda: {"social.png": make()}, ("social.png",))["social.png"]

    @property
    def _cache(self) -> Cache:
        return Cache(self.publications.project)

    @property
    def _typesetter(self) -> Typesetter:
        return Typesetter(self.publications.project.theme_dir)

    def _make(self, sheet: Sheet) -> Mapping[str, bytes]:
        setter = self._typesetter
        faults = tuple(alt_faults(sheet.translation, self.publications.project.root))
        if faults:
            raise PublicationError(*faults)
        try:
            measured = setter.metadata(TEMPLATE, sheet.json, "fit")
            over = tuple(overflows(measured, sheet.infographic))
            if over:
                raise PublicationError(*overflow_faults(over, sheet, self.publications.project.root))
            pdf = setter.pdf(TEMPLATE, sheet.json)
            return {"pdf": pdf, "png": setter.png(TEMPLATE, sheet.json, _PREVIEW_PPI)}
        except TypesettingError as error:
            root = self.publications.project.root
            raise PublicationError(
                typesetting_fault(error, sheet.translation, root, RULE, "poster", "the posters")
            ) from None


def overflow_faults(over: tuple[Overflow, ...], sheet: Sheet, root: Path) -> Iterator[Fault]:
    """Which boxes are too small, each at the line of its heading."""
    text = sheet.translation
    lines = {block.attribute("id"): block.line for block in read_blocks(_source(text))}
    language = language_name(text.locale, "en") or text.locale
    for box in over:
        what = "head" if box.box == "head" else f"box '{box.box}' ({box.component})"
        message = (
            f"on the poster in {language}, the {what} is {box.over:.1f} mm too small for its text. "
            f"Shorten “{box.sentence}”, or give its section a larger share in {sheet.layout.path}."
        )
        said = "{typed} does not fit. Shorten it."
        line = lines.get(box.box, 1)
        yield Fault(_path(text, root), line, message, Level.ERROR, RULE, box.sentence, said=said)


def alt_faults(text: Translation, root: Path) -> Iterator[Fault]:
    """The picture of a text that has no words for it."""
    if text.picture and not text.alt:
        message = (
            "the picture has no words for those who cannot see it, and the poster needs them. Add alt: …"
        )
        said = "Say what it shows, in a sentence for those who cannot see it."
        yield Fault(_path(text, root), _line_with(text, "picture:"), message, Level.ERROR, RULE, said=said)


def typesetting_fault(
    error: TypesettingError, text: Translation, root: Path, rule: str, made: str, all_made: str
) -> Fault:
    """Why something cannot be made of a text, at the line of the letter that no font has, if it is that.

    made, all_made: what it is called, one and all of them ("poster", "the posters").
    """
    if error.glyphs:
        letter = error.glyphs[0]
        message = (
            f"the character '{letter}' (U+{ord(letter):04X}) is in no font of {all_made}, theme/fonts-print. "
            "Write it with letters that are, or add a font that has it."
        )
        said = "No font has the letter {typed}. Write it otherwise."
        return Fault(
            _path(text, root), _line_with(text, letter), message, Level.ERROR, rule, letter, said=said
        )
    return Fault(_path(text, root), 0, f"its {made} cannot be made: {error}", Level.ERROR, rule)


def _source(text: Translation) -> str:
    return as_lines(text.path.read_bytes().decode("utf-8-sig"))


def _line_with(text: Translation, words: str) -> int:
    """The first line of the file that has these words, 0 when none has."""
    lines = _source(text).split("\n")
    return next((number for number, line in enumerate(lines, start=1) if words in line), 0)


def _path(text: Translation, root: Path) -> str:
    return text.path.relative_to(root).as_posix()
