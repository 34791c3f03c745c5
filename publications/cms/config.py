"""The configuration of the CMS, docs/admin/config.yml: languages, collections and forms of this project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

import yaml

from publications.catalogs import DESK, Catalog, read_catalog, read_shipped
from publications.cms.fields import fields_of
from publications.cms.host import backend_of, host_of
from publications.facts.topic import read_topics
from publications.kinds import Kind, kind_name
from publications.pages import section_of
from publications.project import Project

COMMAND = "pubs cms --write"
_FIRST_LINE = (
    f"# Made by `{COMMAND}` of mkdocs.yml, data/ and the folders below docs/; not to be edited by hand.\n"
)
_PICTURES = "assets/pictures"
# No folder of pages has this name: an underscore is none of the signs of an address.
_PLAIN = "_pages"
# Words that YAML 1.1, by which we read, takes for true or false, and YAML 1.2, by which the CMS writes, for text.
_TRUE_OR_FALSE = frozenset({"no", "on", "off", "yes", "y", "n"})


def config_text(project: Project) -> str:
    """The whole file. A project without a repository that the CMS knows is a PublicationError."""
    host = host_of(project)
    values: dict[str, object] = {
        "backend": dict(backend_of(project, host)),
        "publish_mode": "editorial_workflow" if host.has_workflow else "simple",
        "app_title": project.site_name,
        "media_folder": f"{host.folder}docs/{_PICTURES}",
        "public_folder": f"/{_PICTURES}",
        "media_libraries": {"default": {"config": {"slugify_filename": True}}},
        "slug": {"encoding": "ascii", "clean_accents": True},
        # What is plain stays plain, so that a page that was only looked through is the same to the byte.
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": _quote(project)}},
        "editor": {"preview": False},
        "i18n": {
            "structure": "multiple_folders",
            "locales": list(project.codes),
            "default_locale": project.codes[0],
            "initial_locales": "default",
        },
        "collections": list(_collections(project, host.folder)),
    }
    return _FIRST_LINE + yaml.dump(
        values, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100, default_flow_style=None
    )


def entry_address(page: str, locale: str) -> str:
    """Where a page is edited in a language, behind the address of docs/admin; "" for one in a folder of a section's folder."""
    section = section_of(page)
    name = PurePosixPath(page.removeprefix(f"{section}/")).with_suffix("").as_posix()
    if "/" in name:
        return ""
    return f"#/collections/{section or _PLAIN}/entries/{name}?_locale={locale}"


def _collections(project: Project, folder: str) -> Iterator[Mapping[str, object]]:
    catalog, topics = read_catalog(project, project.codes[0]), read_topics(project.root)
    words = read_shipped(project.codes[0], DESK).messages
    address = words["Only small letters a–z, digits and hyphens: this becomes the address of the page."]
    for section in ("", *_sections(project)):
        kind = project.kinds.in_folder(section) if section else None
        label = _label(kind, catalog) if kind else words["Pages"]
        pictures = f"{'../../' if section else '../'}{_PICTURES}"
        found: dict[str, object] = {
            "name": section or _PLAIN,
            "label": label,
            "folder": f"{folder}docs/{{{{locale}}}}/{section}".rstrip("/"),
            "media_folder": f"/{folder}docs/{_PICTURES}",
            "public_folder": pictures,
            "i18n": True,
            "delete": False,  # `pubs rm` leads the readers of a page on
            "slug": {
                "template": "{{slug}}",
                "editable": ["create"],  # later, `pubs rename` mends what links to it
                "pattern": ["^[a-z0-9-]+$", address],
            },
        }
        if section:
            found["index_file"] = {"name": "index", "label": label, "icon": "list"}
        yield {**found, "fields": fields_of(project, kind if kind and kind.id else None, topics)}


def _sections(project: Project) -> Iterator[str]:
    """The folders of the menu, and those that have pages in a language."""
    menu = (section_of(entry.page) for entry in (*project.menu, *project.footer))
    folders = (folder for code in project.codes for folder in (project.docs_dir / code).glob("*/"))
    on_disk = sorted({folder.name for folder in folders if next(folder.glob("*.md"), None)})
    yield from filter(None, dict.fromkeys((*menu, *on_disk)))


def _label(kind: Kind, catalog: Catalog) -> str:
    name = kind_name(kind, catalog.locale)
    return catalog.messages.get(name, name) if kind.id else name.replace("-", " ").capitalize()


def _quote(project: Project) -> str:
    return "double" if _TRUE_OR_FALSE.intersection(project.codes) else "none"


class _Plain(yaml.SafeDumper):
    """YAML in which every form stands in full, and no part refers to another."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002 (the base class has it so)
        return True
