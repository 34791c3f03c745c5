"""The texts inside a page's raw HTML: captions, summaries, alternative texts, with their lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from publications.reading.tags import PHRASING, Tag, read_html

_SILENT = frozenset({"script", "style", "template"})
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


class HtmlReader:
    """Reads the HTML blocks of one page in turn, and remembers which elements are still open.

    So a paragraph of Markdown between `<figcaption markdown>` and `</figcaption>` is known to be a caption.
    """

    def __init__(self) -> None:
        self._open: list[str] = []
        self._texts: list[HtmlText] = []
        self._run = _Run()

    def read(self, html: str) -> tuple[HtmlText, ...]:
        """The texts of one more HTML block."""
        self._texts = []
        for tag in read_html(html).tags:
            if not tag.name:
                self._text(tag)
            elif tag.nesting < 0:
                self._end(tag.name)
            else:
                self._start(tag)
        self._end_run()
        return tuple(self._texts)

    @property
    def innermost(self) -> str:
        """The innermost element that is open and no mere phrase, "" when there is none."""
        return next((tag for tag in reversed(self._open) if tag not in PHRASING), "")

    def _start(self, tag: Tag) -> None:
        if tag.name not in PHRASING and tag.name not in _CELLS:
            self._end_run()
        links = tuple(filter(None, tag.get(*_LINKS)))
        read_aloud = " ".join(filter(None, tag.get(*_READ_ALOUD)))
        if tag.name == "img" or read_aloud:
            self._texts.append(HtmlText("alt", read_aloud, tag.line, tag.line, links))
        else:
            self._run.links += links
        if tag.name == "br":
            self._run.words.append(" ")
        if tag.nesting:
            self._open.append(tag.name)

    def _end(self, name: str) -> None:
        if name in _CELLS:
            self._run.words.append(" | ")
        elif name not in PHRASING:
            self._end_run()
        if name in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(name) :]

    def _text(self, text: Tag) -> None:
        if _SILENT.intersection(self._open):
            return
        words = text.typed
        if words.strip():
            first = text.line + words[: len(words) - len(words.lstrip())].count("\n")
            self._run.line = first if self._run.line < 0 else self._run.line
            self._run.end_line = first + words.strip().count("\n")
        self._run.words.append(words)

    def _end_run(self) -> None:
        run, self._run = self._run, _Run()
        text = "".join(run.words).strip().strip("|").strip()
        if text or run.links:
            line = max(run.line, 0)
            links = tuple(run.links)
            self._texts.append(HtmlText(self.innermost, text, line, max(line, run.end_line), links))
