"""The adopted site: every file of it, and what could not be carried over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from publications.adopting.found import FoundPage, FoundSite
from publications.adopting.links import Links
from publications.adopting.page import PageReader
from publications.catalogs import read_shipped, ships_words
from publications.faults import Fault, Level, PublicationError
from publications.reading.encoding import read_text
from publications.reading.front_edit import quoted
from publications.repository import Repository
from publications.starter.starter import NewSite, known_language, site_files
from publications.translation.record import Status
from publications.translation.start import as_translation
from publications.translation.version import version_of

_LABELS = {
    "index.md": "Home",
    "project.md": "The project",
    "accessibility.md": "Accessibility",
    "privacy.md": "Privacy",
}


@dataclass
class Adopted:
    """files: path → text of the new site; assets: path → the file that is copied there; told: with file and line."""

    found: FoundSite
    files: dict[str, str] = field(default_factory=dict)
    assets: dict[str, Path] = field(default_factory=dict)
    told: list[Fault] = field(default_factory=list)


def adopt(found: FoundSite, today: date) -> Adopted:
    """Make a site here of one that was found. Languages that the engine has no words of are told and left out."""
    made = Adopted(found, told=list(found.told))
    languages = tuple(_languages(found, made.told))
    if not languages:
        raise PublicationError(*made.told)
    _Adopter(made, languages, today).run()
    return made


def _languages(found: FoundSite, told: list[Fault]) -> Iterator[str]:
    """The codes, the default first."""
    for code in sorted(found.languages, key=lambda code: code != found.default):
        try:
            known = known_language(code)
        except PublicationError:
            told.append(
                _fault(str(found.root), 0, f"'{code}' is no language's code, so its pages were left out.")
            )
            continue
        if ships_words(known):
            yield code
        else:
            told.append(
                _fault(
                    str(found.root), 0, f"the engine has no words of '{code}', so its pages were left out."
                )
            )


@dataclass
class _Adopter:
    made: Adopted
    languages: tuple[str, ...]
    today: date

    @property
    def found(self) -> FoundSite:
        return self.made.found

    @cached_property
    def _links(self) -> Links:
        return Links(self.found)

    def run(self) -> None:
        url = self.found.url if self.found.url.startswith("http") else "https://example.org/"
        site = NewSite(
            self.found.name,
            tuple(map(known_language, self.languages)),
            "hello@example.org",
            url.rstrip("/") + "/",
            "",
            "#14777c",
            is_eu_funded=False,
            today=self.today,
        )
        pages = self._by_page()
        around = {
            path: text
            for path, text in site_files(site).items()
            if not path.startswith(("docs/", "i18n/", "data/infographics/"))
        }
        self.made.files |= around
        for name, file in self.found.assets.items():
            self.made.assets[f"docs/assets/{name}"] = file
        for page, texts in sorted(pages.items()):
            self._page(page, texts)
        self._menu(pages)

    def _by_page(self) -> Mapping[str, Mapping[str, FoundPage]]:
        found: dict[str, dict[str, FoundPage]] = {}
        for one in self.found.pages:
            if one.locale not in self.languages:
                continue
            texts = found.setdefault(one.page, {})
            if one.locale in texts:
                self.made.told.append(
                    _fault(
                        self._name(one),
                        0,
                        f"has the address of {self._name(texts[one.locale])} here, and was left out.",
                    )
                )
                continue
            texts[one.locale] = one
        return found

    def _page(self, page: str, texts: Mapping[str, FoundPage]) -> None:
        """A page in all its languages: the first one it has is the original, which the others follow."""
        order = [code for code in self.languages if code in texts]
        original = texts[order[0]]
        source = self._converted(original, self._read(original))
        locale = known_language(order[0])
        self.made.files[f"docs/{locale}/{page}"] = source
        for code in order[1:]:
            text = self._converted(texts[code], self._read(texts[code]))
            followed = self._followed(original, texts[code]) or source
            self.made.files[f"i18n/sources/{version_of(followed)}.md"] = followed
            self.made.files[f"docs/{known_language(code)}/{page}"] = as_translation(
                text, followed, locale, Status.TRANSLATED
            )

    def _followed(self, original: FoundPage, translation: FoundPage) -> str | None:
        """The original as it was when the translation was last changed, as git knows it; None where it does not."""
        git = Repository(self.found.root)
        last = git.ask("log", "-1", "--format=%H", "--", self._name(translation))
        text = git.text(f"{last.strip()}:./{self._name(original)}") if last and last.strip() else None
        return self._converted(original, text, is_told=False) if text else None

    def _converted(self, one: FoundPage, text: str, *, is_told: bool = True) -> str:
        reader = PageReader(self._name(one), partial(self._links.here, one))
        made = reader.text(text)
        self.made.told += reader.told if is_told else ()
        return made

    def _read(self, one: FoundPage) -> str:
        text, faults = read_text(one.file.read_bytes(), self._name(one), one.locale)
        self.made.told += [replace(fault, level=Level.WARNING) for fault in faults]
        return text

    def _menu(self, pages: Mapping[str, Mapping[str, FoundPage]]) -> None:
        """The menu that was found, else one of the sections; labels that the engine has no words of go into catalogs."""
        sections = sorted({page.partition("/")[0] for page in pages if "/" in page})
        entries = [(label, page) for label, page in self.found.menu if page in pages]
        entries = entries or [
            ("Home", "index.md"),
            *((name.replace("-", " ").capitalize(), f"{name}/index.md") for name in sections),
        ]
        shown = []
        for label, page in entries:
            words = label or _LABELS.get(page) or self._title(page)
            shown.append(f"  - {quoted(words)}: {page}\n")
            if page not in pages:
                self._index(page, words)
            self._words(words)
        config = self.made.files["mkdocs.yml"]
        head, _, rest = config.partition("nav:\n")
        tail = rest.partition("\nextra:\n")[2].partition("\ntheme:\n")[2]
        self.made.files["mkdocs.yml"] = f"{head}nav:\n{''.join(shown)}\ntheme:\n{tail}"

    def _index(self, page: str, title: str) -> None:
        locale = known_language(self.languages[0])
        self.made.files[f"docs/{locale}/{page}"] = f"---\ntitle: {quoted(title)}\n---\n\n# {title}\n"

    def _title(self, page: str) -> str:
        text = self.made.files.get(f"docs/{known_language(self.languages[0])}/{page}", "")
        line = next((line for line in text.split("\n") if line.startswith("# ")), f"# {page}")
        return line.removeprefix("# ")

    def _words(self, label: str) -> None:
        """A label in each language: as typed, until somebody translates it."""
        for code in map(known_language, self.languages):
            if label not in read_shipped(code).messages:
                path = f"i18n/locale/{code}/LC_MESSAGES/site.po"
                head = (
                    self.made.files.get(path)
                    or 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
                )
                entry = f"\nmsgid {quoted(label)}\nmsgstr {quoted(label)}\n"
                self.made.files[path] = head if entry in head else head + entry

    def _name(self, one: FoundPage) -> str:
        return one.file.relative_to(self.found.root).as_posix()


def _fault(path: str, line: int, message: str) -> Fault:
    return Fault(path, line, message, Level.WARNING, "adopt")
