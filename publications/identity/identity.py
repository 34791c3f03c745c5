"""The identity of a project: what it is called, how it looks, who pays for it and who answers, in data/identity.yml."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from publications.facts.data_file import Node, read_data_file, unknown_keys
from publications.faults import Fault, Level, did_you_mean
from publications.language.cldr import language_of

PATH = "data/identity.yml"
RULE = "identity"
KEYS = (
    "name",
    "short-name",
    "language",
    "logo",
    "colours",
    "contact",
    "funders",
    "disclaimer",
    "print-disclaimer",
    "social",
    "repository",
)
FUNDER_KEYS = ("name", "emblem", "support", "authority", "agreement", "statement")
EU = "European Union"

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
_ALL = ""


class Support(StrEnum):
    """Whether a funder pays for all of a project, or for a part."""

    FUNDED = "funded"
    CO_FUNDED = "co-funded"


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and the locale that they are in, "" when nobody has said which."""

    text: str
    locale: str

    def __bool__(self) -> bool:
        return self.text != ""


@dataclass(frozen=True, slots=True)
class Words:
    """A text, the same in every language or one for each. texts: by locale, "" for all; language: of that for all."""

    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    language: str = ""

    def said(self, locale: str) -> Said:
        """As readers of a locale have it: in their language or, where nobody has said it so, in the first one."""
        for code in (locale, language_of(locale)):
            if code in self.texts:
                return Said(self.texts[code], locale)
        code, text = next(iter(self.texts.items()), (_ALL, ""))
        return Said(text, code or self.language)


@dataclass(frozen=True, slots=True)
class Funder:
    """Who pays. emblem: a file, None for the EU's; authority: who gave the grant; statement: instead of the usual words."""

    name: Words
    is_eu: bool
    emblem: Path | None
    support: Support
    authority: Words
    agreement: str
    statement: Words


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the palette, as #14777c. line: where it is said."""

    light: str
    dark: str
    line: int


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a project is. logo: a file, None for the engine's; social: name of a network → address."""

    name: Words
    short_name: str = ""
    logo: Path | None = None
    colours: Mapping[str, Colour] = field(default_factory=lambda: MappingProxyType({}))
    contact: str = ""
    funders: tuple[Funder, ...] = ()
    disclaimer: Words = Words()
    print_disclaimer: Words = Words()
    social: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    repository: str = ""
    faults: tuple[Fault, ...] = field(default=(), compare=False)

    @property
    def files(self) -> tuple[Path, ...]:
        """The pictures that it names."""
        return tuple(filter(None, (self.logo, *(funder.emblem for funder in self.funders))))


def read_identity(root: Path, name: str) -> Identity:
    """The identity of a project; what is wrong with it is in its faults, and left out. name: where it says none."""
    data = read_data_file(root, PATH)
    reader = _Reader(root, list(data.faults))
    return reader.identity(data.entries, name)


@dataclass
class _Reader:
    root: Path
    faults: list[Fault]

    def identity(self, entries: Mapping[str, Node], name: str) -> Identity:
        self._known(entries, KEYS)
        language = self._text(entries, "language")
        disclaimer = self._words(entries, "disclaimer")
        return Identity(
            name=self._words(entries, "name", language) if "name" in entries else Words({_ALL: name}),
            short_name=self._text(entries, "short-name"),
            logo=self._picture(entries, "logo"),
            colours=MappingProxyType(dict(self._colours(entries))),
            contact=self._contact(entries),
            funders=tuple(map(self._funder, entries.get("funders", Node(0)).items)),
            disclaimer=disclaimer,
            print_disclaimer=self._words(entries, "print-disclaimer")
            if "print-disclaimer" in entries
            else disclaimer,
            social=MappingProxyType(dict(self._social(entries))),
            repository=self._text(entries, "repository").rstrip("/"),
            faults=tuple(self.faults),
        )

    def _funder(self, node: Node) -> Funder:
        entries = node.entries
        self._known(entries, FUNDER_KEYS)
        name, support = self._words(entries, "name"), self._text(entries, "support") or Support.FUNDED
        if not name.texts:
            self._fault(node.line, f"a funder has no name. Write `name: {EU}`, or whoever it is.")
        if support not in tuple(Support):
            self._fault(
                entries["support"].line,
                f"there is no support '{support}'. {did_you_mean(support, tuple(Support))}",
            )
            support = Support.FUNDED
        is_eu = name.texts.get(_ALL) == EU
        if is_eu and "emblem" in entries:
            message = (
                "the EU's emblem is the engine's, in the form that its rules of use ask for. Delete the line."
            )
            self._fault(entries["emblem"].line, message)
        return Funder(
            name=name,
            is_eu=is_eu,
            emblem=None if is_eu else self._picture(entries, "emblem"),
            support=Support(support),
            authority=self._words(entries, "authority"),
            agreement=self._text(entries, "agreement"),
            statement=self._words(entries, "statement"),
        )

    def _colours(self, entries: Mapping[str, Node]) -> Iterator[tuple[str, Colour]]:
        for name, node in entries.get("colours", Node(0)).entries.items():
            values = [item.text for item in node.items] or [node.text]
            wrong = next((value for value in values if not COLOUR.fullmatch(value)), None)
            if wrong is not None or len(values) > 2:  # noqa: PLR2004 (light and dark)
                message = f'\'{wrong or ", ".join(values)}\' is no colour. Write "#14777c", or ["#14777c", "#7fd8cf"]: by day, by night.'
                self._fault(node.line, message)
            else:
                yield name, Colour(values[0].lower(), values[-1].lower(), node.line)

    def _social(self, entries: Mapping[str, Node]) -> Iterator[tuple[str, str]]:
        for name, node in entries.get("social", Node(0)).entries.items():
            if node.text.startswith(("https://", "http://")):
                yield name, node.text
            else:
                self._fault(node.line, f"'{node.text}' is no web address. Begin it with https://")

    def _contact(self, entries: Mapping[str, Node]) -> str:
        contact = self._text(entries, "contact")
        if contact and not ADDRESS.fullmatch(contact):
            self._fault(
                entries["contact"].line, f"'{contact}' is no e-mail address. Write it as hello@example.org"
            )
            return ""
        return contact

    def _picture(self, entries: Mapping[str, Node], key: str) -> Path | None:
        """A file beside identity.yml."""
        name = self._text(entries, key)
        if not name:
            return None
        file = (self.root / PATH).parent / name
        if ".." in Path(name).parts or file.suffix.lower() not in _PICTURES or not file.is_file():
            message = (
                f"there is no picture data/{name}. Put it there ({', '.join(_PICTURES)}), or delete the line."
            )
            self._fault(entries[key].line, message)
            return None
        return file

    def _words(self, entries: Mapping[str, Node], key: str, language: str = "") -> Words:
        node = entries.get(key)
        if node is None:
            return Words()
        if node.entries:
            texts = {code: said.text.strip() for code, said in node.entries.items() if said.text.strip()}
            return Words(MappingProxyType(texts))
        return Words(MappingProxyType({_ALL: node.text.strip()} if node.text.strip() else {}), language)

    def _text(self, entries: Mapping[str, Node], key: str) -> str:
        return entries[key].text.strip() if key in entries else ""

    def _known(self, entries: Mapping[str, Node], known: Collection[str]) -> None:
        for line, message in unknown_keys(entries, known):
            self._fault(line, message)

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(PATH, line, message, Level.WARNING, RULE))
