"""Msgids: the texts that templates, hooks and menus ask the catalogs for, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.extract import extract_python
from jinja2 import Environment, TemplateSyntaxError

import publications
from publications.checks.config_lines import config_lines
from publications.faults import Fault, Level
from publications.project import CONFIG, Project
from publications.site.labels import has_own_names

_TEMPLATES = frozenset({".html", ".xml", ".txt", ".mjml"})
_FUNCTIONS: dict[str, None] = {"_": None, "gettext": None, "ngettext": None}


@dataclass(frozen=True, slots=True)
class Use:
    """place: "theme/main.html:12"; is_formatted: whether `%` means something in it, as in templates it does."""

    place: str
    is_formatted: bool


def msgid_uses(project: Project) -> tuple[dict[str, Use], tuple[Fault, ...]]:
    """The first use of each msgid, and the faults of templates that cannot be read."""
    uses: dict[str, Use] = {}
    faults: list[Fault] = []
    for msgid, use in (*_menu_uses(project), *_python_uses(project)):
        uses.setdefault(msgid, use)
    for file in _template_files(project):
        path = f"theme/{file.relative_to(project.theme_dir).as_posix()}"
        try:
            for line, msgid in template_msgids(file.read_text(encoding="utf-8-sig")):
                uses[msgid] = Use(uses[msgid].place if msgid in uses else f"{path}:{line}", is_formatted=True)
        except TemplateSyntaxError as error:
            message = f"the template cannot be read: {error.message} Mend it, or restore it from a copy."
            faults.append(Fault(path, error.lineno, message, Level.ERROR, "template"))
        except UnicodeDecodeError as error:
            message = f"is not UTF-8: byte {error.start + 1}. Save it as UTF-8."
            faults.append(Fault(path, 0, message, Level.ERROR, "not-utf-8"))
    return uses, tuple(faults)


@lru_cache(maxsize=256)
def template_msgids(template: str) -> tuple[tuple[int, str], ...]:
    """Line and text of each message of a Jinja template; of a plural its singular, which is the msgid."""
    return tuple(_msgids(template))


def _msgids(template: str) -> Iterator[tuple[int, str]]:
    if "_(" in template or "gettext" in template or "trans" in template:
        for line, _function, message in _I18N.extract_translations(template):
            msgid = message[0] if isinstance(message, tuple) else message
            if isinstance(msgid, str):
                yield line, msgid


# The extension adds its method to the environment, unseen by type checkers.
_I18N: Any = Environment(
    extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"], autoescape=True
)


def _template_files(project: Project) -> Iterator[Path]:
    yield from sorted(file for file in project.theme_dir.rglob("*") if file.suffix in _TEMPLATES)


def _menu_uses(project: Project) -> Iterator[tuple[str, Use]]:
    lines = config_lines(project)
    for entry in (*project.menu, *project.footer):
        if has_own_names(project, entry):
            continue
        yield entry.label, Use(f"{CONFIG}:{lines.get(entry.label, 1)}", is_formatted=False)


def _python_uses(project: Project) -> Iterator[tuple[str, Use]]:
    """Those of the project's hooks and of the engine, wherever that is installed."""
    yield from _uses_below(project.root / "hooks", project.root)
    yield from _engine_uses()


@lru_cache(maxsize=1)
def _engine_uses() -> tuple[tuple[str, Use], ...]:
    engine = Path(publications.__file__).parent
    return tuple(_uses_below(engine, engine.parent))


def _uses_below(folder: Path, root: Path) -> Iterator[tuple[str, Use]]:
    for file in sorted(folder.rglob("*.py")):
        code = file.read_bytes()
        if b"gettext(" in code:
            for line, _function, message, _comments in extract_python(BytesIO(code), _FUNCTIONS, (), {}):
                msgid = message[0] if isinstance(message, tuple) else message
                if isinstance(msgid, str):
                    yield msgid, Use(f"{file.relative_to(root).as_posix()}:{line}", is_formatted=False)
