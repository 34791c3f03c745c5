"""The allow-list: what a page's text may contain, and the sanitiser that publishes that and nothing else.

HTML is parsed by html5ever (through nh3), which reads it as browsers do: whatever it is disguised as, a tag is here
what it would be for a reader. What a translation may add to its source is narrower still: see checks/security.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from string import ascii_lowercase
from types import MappingProxyType
from urllib.parse import urljoin

import nh3

from publications.reading.address import is_elsewhere, scheme_of
from publications.reading.tags import PHRASING

EVERYWHERE = frozenset({"class", "dir", "id", "lang", "title"})
"""Attributes that each element may have."""

_CELL = frozenset({"colspan", "headers", "rowspan"})
_MEDIA = frozenset({"controls", "height", "loop", "muted", "poster", "preload", "src", "width"})
_LABELS = frozenset({"aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "role"})
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "dd",
        "dl",
        "dt",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "p",
    }
    | {"picture", "pre", "rp", "rt", "ruby", "summary"}
    | {"table", "caption", "thead", "tbody", "tfoot", "tr", "ul"}
)

ELEMENTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(PHRASING | _BLOCKS, frozenset[str]()),
        "a": frozenset({"download", "href", "hreflang", "name", "rel", "type"}),
        "audio": _MEDIA - {"height", "poster", "width"},
        "blockquote": frozenset({"cite"}),
        "col": frozenset({"span"}),
        "colgroup": frozenset({"span"}),
        "data": frozenset({"value"}),
        "del": frozenset({"cite", "datetime"}),
        "details": frozenset({"open"}),
        "div": _LABELS,
        "figure": frozenset({"data-chart"}) | _LABELS,
        "img": frozenset({"alt", "decoding", "height", "loading", "sizes", "src", "srcset", "width"}),
        "ins": frozenset({"cite", "datetime"}),
        "li": frozenset({"value"}),
        "ol": frozenset({"reversed", "start", "type"}),
        "q": frozenset({"cite"}),
        "section": _LABELS,
        "source": frozenset({"height", "media", "sizes", "src", "srcset", "type", "width"}),
        "span": _LABELS,
        "td": _CELL,
        "th": _CELL | {"abbr", "scope"},
        "time": frozenset({"datetime"}),
        "track": frozenset({"default", "kind", "label", "src", "srclang"}),
        "video": _MEDIA,
    }
)
"""Every element that a text may have, with its own attributes. Nothing that runs, frames, asks or sets a style."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What an address that leads elsewhere may begin with; one without a scheme leads to the site itself."""

LOADED = frozenset({"poster", "src", "srcset"})
"""Attributes that a browser loads without asking: what they name is a file of the site."""

_WAYS = frozenset({"cite", "href", "poster", "src"})
"""Attributes that hold one address."""

_TAG = re.compile(r"""<([a-z][^\s/>]*)((?:\s[^\s=>]+="[^"]*")*)\s?/?>""")
_ATTRIBUTE = re.compile(r'\s([^\s=>]+)="([^"]*)"')
_ANY_TAG = re.compile(r"<([A-Za-z][^\s/>]*)")
_NAMED_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


@dataclass(frozen=True, slots=True)
class Element:
    """An opening tag of sanitised HTML, its attributes with their entities read."""

    name: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """What the sanitiser takes out. needle: a word of it that stands in the text as typed; shown: as messages name it."""

    needle: str
    shown: str
    reason: str
    is_address: bool = False


def sanitised(html: str) -> str:
    """What is published of a text: HTML that every browser reads alike, and nothing that is not on the list."""
    return _STRICT.clean(html).replace("&nbsp;", "\u00a0")


def absolute(html: str, base: str) -> str:
    """The same of a text that is read elsewhere than on its page: in a feed, an e-mail, on paper.

    base: the page's address; each address of the text is made absolute with it.
    """

    def whole(_element: str, name: str, value: str) -> str | None:
        if _reaches_out(name, value):
            return None
        if name == "srcset":
            return ""
        return urljoin(base, value) if name in _WAYS else value

    return _cleaner(whole).clean(html).replace("&nbsp;", "\u00a0")


def removed(html: str, clean: str | None = None) -> tuple[Removed, ...]:
    """What the sanitiser takes out of a text; comments, which are never published, and stray tags are not named.

    clean: the text as it was sanitised, where that is known.
    """
    names = frozenset(name.lower() for name in _ANY_TAG.findall(html))
    whole, clean = _as_it_is(html, names), sanitised(html) if clean is None else clean
    # Some, such as <body>, are dropped by the parser itself.
    dropped = (_element(name) for name in sorted(names - ELEMENTS.keys()) if f"<{name}" not in whole)
    known = (each for element in elements_of(whole) for each in _removed(element)) if whole != clean else ()
    found = tuple(dict.fromkeys([*known, *dropped]))
    if whole != clean and not found:
        return (Removed("<", "<…>", "a browser reads this otherwise than it looks"),)
    return found


def elements_of(html: str) -> Iterator[Element]:
    """The elements of HTML that a sanitiser has written, in their order."""
    for found in _TAG.finditer(html):
        pairs = _ATTRIBUTE.findall(found[2]) if found[2] else ()
        yield Element(found[1], tuple((name, unescape(value)) for name, value in pairs))


def _removed(element: Element) -> Iterator[Removed]:
    name = element.name
    if name not in ELEMENTS:
        yield _element(name)
        return
    for attribute, value in element.attributes:
        shown = f'{attribute}="{value[:60]}"'
        if attribute not in EVERYWHERE | ELEMENTS[name]:
            reason = (
                "would run or load something" if attribute.startswith("on") else _WHY.get(attribute, _WHY[""])
            )
            yield Removed(attribute, shown, reason)
        elif _reaches_out(attribute, value):
            yield Removed(value, shown, _WHY["src" if attribute in LOADED else "href"], is_address=True)


def _element(name: str) -> Removed:
    return Removed(f"<{name}", f"<{name}>", "is no element that a text may have")


_WHY = {
    "src": "loads a file from another site, which then knows who reads",
    "href": "leads to an address that may run in the reader's browser",
    "style": "sets a style, which only the theme does",
    "": "is no attribute that it may have",
}


def _addresses(attribute: str, value: str) -> list[str]:
    return (
        [part.split()[0] for part in value.split(",") if part.strip()] if attribute == "srcset" else [value]
    )


def _reaches_out(attribute: str, value: str) -> bool:
    """Whether it loads something from elsewhere, or leads where a browser may run something."""
    if attribute in LOADED:
        return any(map(is_elsewhere, _addresses(attribute, value)))
    return attribute in ("cite", "href") and scheme_of(value) not in {"", *SCHEMES}


def _as_it_is(html: str, names: frozenset[str]) -> str:
    """The text as the sanitiser would write it if everything were allowed."""
    plain = re.sub(r"[\t\n\r]", "", unescape(html)) if ":" in html or "&" in html else ""
    schemes = frozenset(scheme.lower() for scheme in _NAMED_SCHEME.findall(plain))
    return _lenient(names, schemes).clean(html).replace("&nbsp;", "\u00a0")


@lru_cache(maxsize=64)
def _lenient(names: frozenset[str], schemes: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(names | ELEMENTS.keys()),
        clean_content_tags=set(),
        attributes={},
        generic_attribute_prefixes={""},
        link_rel=None,
        url_schemes={*schemes, *SCHEMES, *ascii_lowercase},
    )


def _cleaner(chosen: Callable[[str, str, str], str | None]) -> nh3.Cleaner:
    """The sanitiser. chosen: from element, attribute and value, the value that is published; None for no such attribute."""
    return nh3.Cleaner(
        tags=set(ELEMENTS),
        clean_content_tags={"script", "style"},
        attributes={"*": set(EVERYWHERE), **{name: set(attributes) for name, attributes in ELEMENTS.items()}},
        attribute_filter=chosen,
        link_rel=None,
        url_schemes={*SCHEMES, *ascii_lowercase},  # a drive leads nowhere, and the check of addresses says so
    )


_STRICT = _cleaner(lambda _element, name, value: None if _reaches_out(name, value) else value)
