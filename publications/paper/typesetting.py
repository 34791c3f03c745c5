"""Typesetting: Typst, with the theme's fonts and no others, offline, the same bytes every time."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import cast

import typst

_NO_TIME = 0  # seconds since 1970: a poster bears no date of its making
_GLYPH = re.compile(r'the text `"(?P<text>.*?)"` could not be displayed')


class TypesettingError(Exception):
    """What Typst says that cannot be set. glyphs: the characters that the fonts lack, if it is that."""

    def __init__(self, message: str, glyphs: str = "") -> None:
        super().__init__(message)
        self.glyphs = glyphs


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets the templates of one theme. theme_dir: the root of all files that they read."""

    theme_dir: Path

    def pdf(self, template: str, values: str) -> bytes:
        """PDF/UA-1. What its standard refuses (a letter that no font has, an image without words) is an error."""
        return _compiled(self._compiler(template, values), template, "pdf", 0)

    def png(self, template: str, values: str, ppi: float, proof: str = "") -> bytes:
        """The sheet as a picture. proof: what theme/poster/proof.typ is to mark, as JSON; "" for the sheet as it is."""
        compiler = self._compiler(template, values, {"proof": proof} if proof else {})
        return _compiled(compiler, template, "png", ppi)

    def metadata(self, template: str, values: str, label: str) -> list[Mapping[str, object]]:
        """What the template says of itself under that label."""
        try:
            found = self._compiler(template, values).query(f"<{label}>", field="value", format="json")
        except RuntimeError as error:  # of which TypstError is one, and a query raises both
            raise _error(error) from None
        return cast("list[Mapping[str, object]]", json.loads(found))

    def _compiler(
        self, template: str, values: str, others: Mapping[str, str] = MappingProxyType({})
    ) -> typst.Compiler:
        return typst.Compiler(
            input=str(self.theme_dir / template),
            root=str(self.theme_dir),
            font_paths=_fonts(self.theme_dir),
            sys_inputs={"poster": values, **others},
        )


def _compiled(compiler: typst.Compiler, template: str, file_format: str, ppi: float) -> bytes:
    try:
        made, warnings = compiler.compile_with_warnings(
            format=cast("typst.OutputFormat", file_format),
            ppi=ppi or None,
            pdf_standards=["ua-1"] if file_format == "pdf" else [],
            timestamp=_NO_TIME,
        )
    except typst.TypstError as error:
        raise _error(error) from None
    if warnings:
        raise TypesettingError(f"{template}: {warnings[0].message}")
    return made if isinstance(made, bytes) else b"".join(made or [])


@lru_cache(maxsize=4)
def _fonts(theme_dir: Path) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(theme_dir / "fonts-print")],
    )


def _error(error: RuntimeError) -> TypesettingError:
    if not isinstance(error, typst.TypstError):
        return TypesettingError(str(error))
    found = _GLYPH.search(error.message)
    return TypesettingError(str(error.diagnostic).strip(), found["text"] if found else "")
