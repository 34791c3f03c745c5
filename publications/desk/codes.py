"""Codes as the browser has them: a segment as JSON and back, with what each code is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from publications.editing.segment import CodeName, Part, PartKind, Segment
from publications.telling import MISTAKE, RefusalError

Written = Callable[[str], str | None]
"""A fact as it is written in the language of the text; None when it cannot be."""

_NAMES_LANGUAGE = re.compile(r"\b(?:lang|dir)=")
_NEW = {
    CodeName.FACT: "{{{{ {about} }}}}",
    CodeName.NOTE: "<!-- {about} -->",
    CodeName.FOOTNOTE: "[^{about}]",
    CodeName.PICTURE: "![]({about})",
}
_PAIRS = {
    CodeName.STRONG: ("**", "**"),
    CodeName.EMPHASIS: ("*", "*"),
    CodeName.LINK: ("[", "]({about})"),
}


def as_json(segment: Segment, written: Written) -> list[dict[str, object]]:
    """Each part: `kind`, `words`; of a code `name`, `typed` and `label` too. What names the block is left out."""
    return list(_parts(segment[: len(segment) - len(tail_of(segment))], written))


def tail_of(segment: Segment) -> Segment:
    """The attribute list at the end of a block, `{ #next-steps }`, which is the same in every language unless it names one."""
    last = segment[-1] if segment else None
    return (
        (last,)
        if last and last.name is CodeName.ATTRIBUTES and not _NAMES_LANGUAGE.search(last.typed)
        else ()
    )


def from_json(values: object) -> tuple[Part, ...]:
    """The parts that a browser sends. A code that is new in the text comes without `typed`, and is written here."""
    if not isinstance(values, list):
        raise _refused("parts")
    return tuple(map(_part, values))


def _parts(segment: Sequence[Part], written: Written) -> Iterator[dict[str, object]]:
    for part in segment:
        if part.kind is PartKind.TEXT:
            yield {"kind": part.kind, "words": part.words}
        else:
            label = written(part.typed) if part.name is CodeName.FACT else None
            yield {
                "kind": part.kind,
                "words": part.words,
                "name": part.name,
                "typed": part.typed,
                "label": label or part.words,
            }


def _part(value: Any) -> Part:  # noqa: ANN401 (what JSON gives)
    try:
        kind, words = PartKind(value["kind"]), str(value["words"])
        if kind is PartKind.TEXT:
            return Part(kind, "", words)
        name = CodeName(value["name"])
        return Part(kind, str(value.get("typed") or _typed(kind, name, words)), words, name)
    except (KeyError, TypeError, ValueError):
        raise _refused(str(value)[:80]) from None


def _typed(kind: PartKind, name: CodeName, about: str) -> str:
    if kind is not PartKind.ALONE:
        pair = _PAIRS.get(name, ("", ""))
        return pair[kind is PartKind.CLOSE].format(about=about)
    plain = about.replace("--", "–").replace("{", "").replace("}", "") if name is CodeName.NOTE else about
    return _NEW.get(name, "").format(about=plain)


def _refused(what: str) -> RefusalError:
    return RefusalError("desk", MISTAKE, what)
