"""The desk speaks the language of who sits at it: every text that it shows is in every catalog, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain

import polib
import pytest

from publications.charts.problems import RULE as CHART
from publications.checks.settings import KEYS, TRANSLATION_KEYS
from publications.cms.fields import KEPT, KEPT_OF_TRANSLATION
from publications.desk.block_checks import SHOWN_RULES
from publications.desk.rows import RowState
from publications.editing.segment import CodeName
from publications.layers import DEFAULTS
from publications.paper.poster import RULE as POSTER
from publications.reading.block import BlockKind
from publications.reading.front_values import TEXT_KEYS
from publications.telling import GENERAL
from publications.translation.change_kind import ChangeKind
from publications.translation.record import Status
from publications.translation.status import State
from tests.conftest import ROOT

LOCALES = sorted(path.name for path in (DEFAULTS / "i18n/locale").iterdir())
_SAID = re.compile(r"""(?:\b_|\bsay)\(\s*"((?:[^"\\]|\\.)+)"(?!\s*~)""")
_SAID_BY_PYTHON = re.compile(r"""\bwords(?:\([^)]*\))?\[\s*"((?:[^"\\]|\\.)+)"\s*\]""")
# A script's table of names, each of which it says.
_TABLE = re.compile(r"^const (?:KINDS|LABELS) = \{(.*?)^\};", re.DOTALL | re.MULTILINE)
_NAMED = re.compile(r':\s*"([^"]+)"')
# What takes a sentence among its arguments; those begin with a capital or a word that stands in it.
_TELLERS = frozenset({"RefusalError", "_ChangedMeanwhileError", "_refuse", "problem"})
_SENTENCE = re.compile(r"(?:[A-Z]|\{typed\}|\{better\}).*[ ].*[.:}]$")
_PLACE = re.compile(r"\{(\w+)\}")


def said() -> Iterator[str]:
    """What templates, scripts and modules of the desk say, and what they make of the words of the core."""
    for file in chain((DEFAULTS / "desk/templates").glob("*.html"), (DEFAULTS / "desk/static").glob("*.js")):
        text = file.read_text(encoding="utf-8")
        yield from _SAID.findall(text)
        yield from (name for table in _TABLE.findall(text) for name in _NAMED.findall(table))
    for file in (ROOT / "publications").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        if "Fault" in text or "RefusalError" in text:
            yield from _told(ast.parse(text))
        if "DESK" in text or file.parent.name == "desk":
            yield from _SAID_BY_PYTHON.findall(text)
    yield from GENERAL
    yield from (*map(str, State), "original")
    yield from (f"row: {state}" for state in RowState)
    yield from (f"change: {kind}" for kind in ChangeKind if kind is not ChangeKind.COSMETIC)
    yield from (*(str(kind) for kind in BlockKind if kind is not BlockKind.FRONT_MATTER), *TEXT_KEYS)
    yield from (*map(str, CodeName), "gone", "new")
    yield from (f"check: {rule}" for rule in (*SHOWN_RULES, POSTER, CHART))
    yield from (
        f"field: {key}" for key in {*(KEYS - KEPT), *(TRANSLATION_KEYS - KEPT_OF_TRANSLATION), "body"}
    )
    yield from (f"status: {status}" for status in Status)


def _told(module: ast.Module) -> Iterator[str]:
    """The sentences in which a module tells faults and refusals: what is called `said`, and constants that become it."""
    nodes = list(ast.walk(module))
    named = [node for node in nodes if isinstance(node, ast.Assign | ast.keyword)]
    names = {_name(node): node.value for node in named if isinstance(node.value, ast.Constant)}
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    given = [node.value for node in named if _name(node) == "said"]
    given += [argument for call in calls if _called(call) in _TELLERS for argument in call.args]
    for value in given:
        for one in ast.walk(value):
            text = names.get(one.id) if isinstance(one, ast.Name) else one
            if isinstance(text, ast.Constant) and _SENTENCE.match(str(text.value)):
                yield str(text.value)


def _name(node: ast.Assign | ast.keyword) -> str:
    if isinstance(node, ast.keyword):
        return node.arg or ""
    return node.targets[0].id if isinstance(node.targets[0], ast.Name) else ""


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_of_the_desk_is_in_the_language_of_its_translators(locale: str) -> None:
    catalog = polib.pofile(str(DEFAULTS / f"i18n/locale/{locale}/LC_MESSAGES/desk.po"))
    texts = {entry.msgid: entry.msgstr for entry in catalog}
    assert {msgid for msgid, text in texts.items() if not text.strip()} == set()
    assert set(texts) == set(said())
    for msgid, text in texts.items():
        assert sorted(_PLACE.findall(msgid)) == sorted(_PLACE.findall(text)), msgid
