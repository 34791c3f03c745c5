"""A small project to make mistakes in: the site's own mkdocs.yml, one page for each menu entry, full catalogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copyfile

import pytest

from publications.catalogs import catalog_path, read_entries
from publications.checks.msgids import msgid_uses
from publications.project import CONFIG, Project, load_project

REAL = Path(__file__).parents[2]
TEMPLATE = '<p>{{ _("Shown in") }} {{ gettext("%(count)s pages", count=2) }}</p>\n'
PAGE = "---\ntitle: {title}\nsummary: About it.\n---\n\n# {title}\n\nText.\n"

Files = Mapping[str, str | bytes | None]
MakeProject = Callable[[Files], Project]


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Write the small project with these files changed, added, or (None) left out."""

    def make(files: Files) -> Project:
        return write_project(tmp_path / "project", files)

    return make


def write_project(root: Path, files: Files) -> Project:
    root.mkdir(parents=True)
    copyfile(REAL / CONFIG, root / CONFIG)
    project = load_project(root)
    contents: dict[str, str | bytes | None] = {"theme/main.html": TEMPLATE}
    for entry in (*project.menu, *project.footer):
        contents[f"docs/{project.codes[0]}/{entry.page}"] = PAGE.format(title=entry.label)
    first = {name: files.get(name, text) for name, text in contents.items()}
    write_files(root, first)
    project = load_project(root)
    catalogs = {catalog_path(code): catalog(project, code) for code in project.codes}
    write_files(root, {**catalogs, **files})
    return load_project(root)


def write_files(root: Path, files: Files) -> None:
    for name, content in files.items():
        if content is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content.encode() if isinstance(content, str) else content)


def catalog(project: Project, locale: str) -> str:
    """A catalog that has a text for what the engine has none: its own msgid, with the language's code."""
    _, shipped = read_entries(project, locale)
    lacking = (msgid for msgid in msgid_uses(project)[0] if msgid not in shipped)
    texts = (f'\nmsgid "{msgid}"\nmsgstr "{msgid} ({locale})"\n' for msgid in lacking)
    return 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n' + "".join(texts)
