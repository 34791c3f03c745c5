"""Examples: the text that a new publication begins with, in the language of its writer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from publications.catalogs import line_of
from publications.language.typography.page import mend
from publications.reading.front_edit import quoted

_PAGES = Path(__file__).parent / "pages"
_FIELD = re.compile(r"\[\[([a-z-]+)\]\]")
_IN_QUOTES = re.compile(r'^([a-z-]+): "(.*)"$', re.MULTILINE)


def page_text(name: str, code: str, values: Mapping[str, str]) -> str:
    """A starter text ("newsletter") in a language, with its fields filled in; in English where there is no other.

    What was filled in (a name) is set as the language sets it.

    values: by the names of the fields; one that is not there stays as it is.
    """
    folder = next(_PAGES / one for one in (*line_of(code), "en") if (_PAGES / one).is_dir())
    text = (folder / f"{name}.md").read_text(encoding="utf-8")

    def escaped(line: re.Match[str]) -> str:
        return f"{line[1]}: {quoted(_filled(line[2], values))}"

    front, fence, body = text.removeprefix("---\n").partition("---\n")
    return mend(f"---\n{_IN_QUOTES.sub(escaped, front)}{fence}{_filled(body, values)}", code).text


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda field: values.get(field[1], field[0]), text)
