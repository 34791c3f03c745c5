"""The script of the CMS: which files of its npm package a site has, at one version.

A site keeps them beside its pages, as it keeps its pictures: nothing is asked of a third party when the site is built
or read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from publications.project import Project


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package. integrity: of its archive, in Base64 (Subresource Integrity, sha512); locales: that it speaks."""

    name: str
    version: str
    integrity: str
    locales: frozenset[str]


PACKAGE = Package(
    "@sveltia/cms",
    "0.221.1",
    "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
    frozenset(
        {
            "ar",
            "bg",
            "ca",
            "cs",
            "da",
            "de",
            "el",
            "en-CA",
            "en-GB",
            "es-CO",
            "fa",
            "fi",
            "fr",
            "hr",
            "it",
            "ja",
        }
        | {"ko", "nl", "pl", "pt-BR", "pt-PT", "ru", "sv", "tr", "uk", "vi", "zh-CN", "zh-TW"}
    ),
)
FOLDER = f"sveltia-{PACKAGE.version}"
"""In docs/admin. Named by the version, so that no browser mixes the files of two."""
START = f"{FOLDER}/npm/index.js"


def languages_of(project: Project) -> tuple[str, ...]:
    """The languages of the site that the CMS speaks itself, by its own names for them; English it always does."""
    return tuple(
        name
        for name in sorted(PACKAGE.locales)
        if any(name == code or name.startswith(f"{code}-") for code in project.codes if code != "en")
    )


def is_there(folder: Path, project: Project) -> bool:
    """Whether docs/admin has the script of this version, in the languages of the site."""
    names = (f"{FOLDER}/locales/{name}.js" for name in languages_of(project))
    return all((folder / name).is_file() for name in (START, *names))
