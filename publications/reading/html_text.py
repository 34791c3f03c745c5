"""The texts inside raw HTML blocks: captions, summaries, alternative texts, with their lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "template"})
_VOID = frozenset({"img", "br", "hr", "input", "source", "track", "wbr", "link", "meta", "embed", "area"})
_PHRASING = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    )
)
_CELLS = frozenset({"td", "th"})
_LINKS = ("href", "src", "srcset", "poster")
_READ_ALOUD = ("alt", "title", "aria-label", "placeholder")


@dataclass(frozen=True, slots=True)
class HtmlText:
    """A text of an HTML block. tag: the element it stands in, or "alt" for an attribute that is read aloud.

    line: how many lines below the block's first it begins; markdown: as typed, inline tags gone.
    """

    tag: str
    markdown: str
    line: int
    end_line: int
    links: tuple[str, ...] = ()


@dataclass
class _Run:
    """Text collected since the last tag that starts a new block."""

    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    line: int = -1
    end_line: int = -1


class HtmlReader(HTMLParser):
    """Reads the HTML blocks of one page in turn, and remembers which elements are still open.

    So a paragraph of Markdown between `<figcaption markdown>` and `</figcaption>` is known to be a caption.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self._texts: list[HtmlText] = []
        self._run = _Run()
        self._first_line = 1

    def read(self, html: str) -> tuple[HtmlText, ...]:
        """The texts of one more HTML block."""
        self._texts = []
        self._first_line = self.getpos()[0]
        self.feed(html if html.endswith("\n") else html + "\n")
        self._end_run()
        return tuple(self._texts)

    @property
    def innermost(self) -> str:
        """The innermost element that is open and no mere phrase, "" when there is none."""
        return next((tag for tag in reversed(self.open) if tag not in _PHRASING), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _PHRASING and tag not in _CELLS:
            self._end_run()
        values = {key: value for key, value in attrs if value}
        links = [values[key] for key in _LINKS if key in values]
        read_aloud = " ".join(values[key] for key in _READ_ALOUD if key in values)
        if tag == "img" or read_aloud:
            self._texts.append(HtmlText("alt", read_aloud, self._line, self._line, tuple(links)))
        elif links:
            self._run.links += links
        if tag == "br":
            self._run.words.append(" ")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS:
            self._run.words.append(" | ")
        elif tag not in _PHRASING:
            self._end_run()
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if _SILENT.intersection(self.open):
            return
        if data.strip():
            lead = data[: len(data) - len(data.lstrip())].count("\n")
            first = self._line + lead
            self._run.line = first if self._run.line < 0 else self._run.line
            self._run.end_line = first + data.strip().count("\n")
        self._run.words.append(data)

    @property
    def _line(self) -> int:
        return self.getpos()[0] - self._first_line

    def _end_run(self) -> None:
        run, self._run = self._run, _Run()
        text = "".join(run.words).strip().strip("|").strip()
        if text or run.links:
            line = max(run.line, 0)
            links = tuple(run.links)
            self._texts.append(HtmlText(self.innermost, text, line, max(line, run.end_line), links))
