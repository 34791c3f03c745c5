"""The project: where things are and which locales there are, as mkdocs.yml says it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import cast

import yaml

from publications.faults import Fault, PublicationError, did_you_mean, likely
from publications.identity.identity import Identity, read_identity
from publications.kinds import Kinds, read_kinds
from publications.layers import theme_folder

CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Locale:
    """A language of the site.

    code: the locale's folder and prefix, a BCP 47 tag ("ro").
    name: what its speakers call it ("Română").
    fallback: locales shown, in this order, where a page has no translation of its own.
    unknown: what mkdocs.yml names there and is no locale.
    """

    code: str
    name: str
    fallback: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One entry of a menu: its label as a msgid of the catalogs, and its page ("project.md")."""

    label: str
    page: str


@dataclass(frozen=True, slots=True)
class Project:
    """Everything that mkdocs.yml decides; the locales stand in the order of the menu.

    theme_dir: one folder with the whole theme, the site's own files before the engine's.
    """

    root: Path
    identity: Identity
    kinds: Kinds
    site_url: str
    repo_url: str
    edit_uri: str
    theme_dir: Path
    locales: tuple[Locale, ...]
    menu: tuple[MenuEntry, ...]
    footer: tuple[MenuEntry, ...]
    extra: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    extra_css: tuple[str, ...] = ()
    extra_javascript: tuple[str, ...] = ()
    markdown_extensions: tuple[str, ...] = ()
    has_directory_urls: bool = True

    @property
    def site_name(self) -> str:
        """What it is called where no language is spoken."""
        return self.identity.name.said("").text

    @property
    def docs_dir(self) -> Path:
        return self.root / "docs"

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(locale.code for locale in self.locales)

    def locale(self, code: str) -> Locale:
        """The locale of that code; a code that mkdocs.yml does not have is a PublicationError."""
        for locale in self.locales:
            if locale.code == code:
                return locale
        message = f"there is no language '{code}'. {did_you_mean(code, self.codes)}"
        raise PublicationError(Fault(CONFIG, 0, message, typed=code, better=likely(code, self.codes)))


def load_project(root: Path) -> Project:
    """Read mkdocs.yml below `root`. What it lacks or has wrong is a PublicationError with the line."""
    config = _Config(read_config(root / CONFIG))
    identity = read_identity(root, config.text("site_name"))
    return Project(
        root=root,
        identity=identity,
        kinds=read_kinds(root),
        site_url=config.text("site_url").rstrip("/") + "/",
        repo_url=(config.text("repo_url", "") or identity.repository).rstrip("/"),
        edit_uri=config.text("edit_uri", ""),
        theme_dir=theme_folder(root),
        locales=tuple(_locales(config)),
        menu=tuple(_entries(config.values.get("nav"))),
        footer=tuple(_entries(config.mapping("extra").get("footer"))),
        extra=MappingProxyType(dict(config.mapping("extra"))),
        extra_css=config.texts("extra_css"),
        extra_javascript=config.texts("extra_javascript"),
        markdown_extensions=config.names("markdown_extensions"),
        has_directory_urls=config.values.get("use_directory_urls") is not False,
    )


@dataclass(frozen=True, slots=True)
class _Config:
    values: Mapping[str, object]

    def text(self, key: str, default: str | None = None) -> str:
        value = self.values.get(key, default)
        value = default if value is None else value
        if not isinstance(value, str):
            raise PublicationError(Fault(CONFIG, 0, f"'{key}' is missing. Write it as `{key}: …`."))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.values.get(key)
        return tuple(map(str, values)) if isinstance(values, list) else ()

    def names(self, key: str) -> tuple[str, ...]:
        """A list whose entries may have settings, `- toc: {…}`."""
        values = self.values.get(key)
        entries = values if isinstance(values, list) else []
        return tuple(
            str(next(iter(entry), "")) if isinstance(entry, dict) else str(entry) for entry in entries
        )

    def mapping(self, key: str) -> Mapping[str, object]:
        value = self.values.get(key)
        return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def _locales(config: _Config) -> Iterator[Locale]:
    entries = [entry for entry in _language_entries(config) if isinstance(entry, dict)]
    if not entries:
        raise PublicationError(
            Fault(CONFIG, 0, "no languages: list them under plugins: - i18n: languages: (locale, name).")
        )
    known = [_code(entry) for entry in entries]
    for code, entry in zip(known, entries, strict=True):
        chain = _chain(entry)
        fallback = tuple(other for other in chain if other in known)
        unknown = tuple(other for other in chain if other not in known)
        yield Locale(code, str(entry.get("name", code)), fallback, unknown)


def _code(entry: Mapping[str, object]) -> str:
    """YAML takes an unquoted `no`, Norwegian, for false."""
    code = entry.get("locale")
    if not isinstance(code, str) or not code:
        message = f"the language '{entry.get('name', '?')}' has no code. Write it in quotes: - locale: \"no\""
        raise PublicationError(Fault(CONFIG, 0, message))
    return code


def _chain(entry: Mapping[str, object]) -> tuple[str, ...]:
    extra = entry.get("extra")
    chain = extra.get("fallback") if isinstance(extra, dict) else None
    if chain is None:
        return ()
    if not isinstance(chain, list):
        message = f"the fallback of '{entry['locale']}' is no list. Write it as fallback: [{chain}]"
        raise PublicationError(Fault(CONFIG, 0, message))
    return tuple(str(code) for code in chain)


def _language_entries(config: _Config) -> list[object]:
    plugins = config.values.get("plugins")
    for plugin in plugins if isinstance(plugins, list) else []:
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict):
            languages = plugin["i18n"].get("languages")
            return languages if isinstance(languages, list) else []
    return []


def _entries(menu: object) -> Iterator[MenuEntry]:
    for entry in menu if isinstance(menu, list) else []:
        if isinstance(entry, dict) and len(entry) == 1:
            label, page = next(iter(entry.items()))
            yield MenuEntry(str(label), str(page))
        else:
            raise PublicationError(
                Fault(CONFIG, 0, f"the menu entry '{entry}' has no label. Write it as `- Label: {entry}`.")
            )


def read_config(path: Path) -> Mapping[str, object]:
    """A mkdocs.yml, or a file like it, as plain values. One that cannot be read is a PublicationError with the line."""
    try:
        # _ConfigLoader is a SafeLoader: it builds plain values and never an object.
        loaded = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_ConfigLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        message = f"cannot be read: {error.problem}. Mend the indentation, the colons or the quotes there."
        raise PublicationError(Fault(CONFIG, line, message)) from None
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        reason = str(error).partition("\n")[0]
        message = f"cannot be read: {reason}. Save it as UTF-8, or restore it from a copy."
        raise PublicationError(Fault(CONFIG, 0, message)) from None
    return cast("Mapping[str, object]", loaded) if isinstance(loaded, dict) else {}


class _ConfigLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as MkDocs reads it: `!ENV [NAME, default]` asks the environment; other tags are left out."""


def _from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(loader.construct_scalar(node)))
    *names, default = loader.construct_sequence(cast("yaml.SequenceNode", node))
    return next((os.environ[name] for name in names if name in os.environ), default)


_ConfigLoader.add_constructor("!ENV", _from_environment)
_ConfigLoader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
