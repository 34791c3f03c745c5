"""Footnotes: numbered in the order in which the text refers to them, and listed below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

_BACK = "&#8617;"


@dataclass(frozen=True, slots=True)
class Footnotes:
    """texts: label → tokens; numbers: label → 1, 2 …, with those that nothing refers to at the end."""

    texts: Mapping[str, Sequence[Token]]
    numbers: Mapping[str, int]

    def reference(self, label: str, time: int) -> str:
        """The number that leads to a footnote, and as typed when there is none. time: 1 at the first reference to it."""
        name = escapeHtml(label)
        if label not in self.numbers:
            return f"[^{name}]"
        link = f'<a class="footnote-ref" href="#fn:{name}">{self.numbers[label]}</a>'
        return f'<sup id="{_place(name, time)}">{link}</sup>'


def footnotes_of(tokens: Sequence[Token]) -> tuple[Sequence[Token], Footnotes]:
    """The tokens of the text, and its footnotes; of two with one label, the first counts."""
    text: list[Token] = []
    texts: dict[str, list[Token]] = {}
    into = text
    for token in tokens:
        if token.type == "footnote_reference_open":
            into = []
            texts.setdefault(str(token.meta["label"]), into)
        elif token.type == "footnote_reference_close":
            into = text
        else:
            into.append(token)
    if not texts:
        return text, Footnotes({}, {})
    inner = [token for note in texts.values() for token in note]
    order = [label for label in _references([*text, *inner]) if label in texts]
    return text, Footnotes(
        texts, {label: at for at, label in enumerate(dict.fromkeys([*order, *texts]), start=1)}
    )


def as_list(notes: Footnotes, html: Mapping[str, str], references: Counter[str]) -> str:
    """The list below the text. html: of each footnote; references: how often each is referred to."""
    if not html:
        return ""
    items = (_item(escapeHtml(label), html[label], references[label]) for label in notes.numbers)
    return f'<div class="footnote">\n<hr />\n<ol>\n{"".join(items)}</ol>\n</div>\n'


def _item(name: str, html: str, references: int) -> str:
    ways = "".join(
        f'<a class="footnote-backref" href="#{_place(name, time)}">{_BACK}</a>'
        for time in range(1, references + 1)
    )
    body, paragraph, _ = html.rstrip().rpartition("</p>")
    ended = (
        f"{body}&#160;{ways}</p>" if paragraph and ways else f"{html}<p>{ways}</p>" if ways else html.rstrip()
    )
    return f'<li id="fn:{name}">\n{ended}\n</li>\n'


def _place(name: str, time: int) -> str:
    return f"fnref:{name}" if time == 1 else f"fnref{time}:{name}"


def _references(tokens: Sequence[Token]) -> Iterator[str]:
    children = (child for token in tokens for child in token.children or ())
    return (str(child.meta["label"]) for child in children if child.type == "footnote_ref")
