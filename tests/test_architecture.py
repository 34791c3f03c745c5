"""Who may import whom: the doors, hooks and commands, know the rooms and not the other way; MkDocs is met at the edge."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "publications").rglob("*.py"))
MKDOCS_MAY_BE_KNOWN_BY = {"publications/site/built.py"}
DOORS = ("hooks", "commands")


def modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def imports(path: Path) -> Iterator[str]:
    return (name.partition(".")[0] for name in modules(path))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_door(path: Path) -> bool:
    return path.parent.name in DOORS


@pytest.mark.parametrize("path", [path for path in MODULES if not is_door(path)], ids=name_of)
def test_the_rooms_know_neither_of_their_doors(path: Path) -> None:
    known = set(modules(path))

    assert not any(
        name.startswith(("hooks", "scripts", "publications.hooks", "publications.commands")) for name in known
    )


def test_mkdocs_is_known_by_its_door_and_one_module_of_the_rooms() -> None:
    knowing = {
        name_of(path) for path in MODULES if "mkdocs" in set(imports(path)) and path.parent.name != "hooks"
    }

    assert knowing == MKDOCS_MAY_BE_KNOWN_BY


@pytest.mark.parametrize("path", sorted((ROOT / "publications/hooks").glob("*.py")), ids=name_of)
def test_a_hook_is_a_door_and_not_a_room(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    code = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]

    assert len(code) <= 30


@pytest.mark.parametrize("path", sorted((ROOT / "hooks").glob("*.py")), ids=name_of)
def test_the_site_of_this_project_uses_the_engine_as_any_other_would(path: Path) -> None:
    assert set(modules(path)) == {f"publications.hooks.{path.stem}"}
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 5


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_stand_at_the_top_of_a_module(path: Path) -> None:
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    inside = [node for function in functions for node in ast.walk(function) if isinstance(node, ast.Import)]

    assert inside == []
