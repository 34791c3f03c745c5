"""A chart as its author wrote it: a title, options and a table, with their lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import yaml
from markdown_it.token import Token

from publications.reading.slash_blocks import SlashBlock, read_slash_block

NAME = "chart"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. cells: their words, without marks of emphasis and attributes."""

    cells: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table. header: the words over its columns."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """One `/// chart` block.

    title: its own, or that of the heading above it; "" when there is neither.
    options: as typed, by name; option_problem says why YAML could not read them.
    line: where it begins; option_lines: where each option stands. Lines count from 1, 0 where there are none.
    """

    title: str
    options: Mapping[str, str]
    table: Table | None
    line: int = 0
    option_lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    option_problem: str = ""
    is_closed: bool = True

    def line_of(self, option: str) -> int:
        return self.option_lines.get(option, self.line)


def chart_blocks(
    tokens: Sequence[Token], first_line: int, written: Callable[[str], str] = str
) -> Iterator[ChartBlock]:
    """The chart blocks of a body that was parsed. first_line: of the file, on which it begins.

    written: gives a text with its facts in place.
    """
    heading = ""
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = words_of(tokens[index + 1])
        elif token.type == "slash_block_open" and token.info.lower() == NAME:
            yield _Reader(first_line, written).block(tokens[index:], written(heading))


def words_of(inline: Token) -> str:
    """The words of a line of Markdown, without its marks."""
    parts = (child.content or " " * (child.type == "softbreak") for child in inline.children or [])
    return "".join(parts).strip()


def read_options(written: str) -> tuple[Mapping[str, str], str]:
    """The options of a block and why they cannot be read, "" when they can."""
    try:
        values = yaml.load(written, Loader=yaml.BaseLoader)  # noqa: S506 (builds text only)
    except yaml.YAMLError as error:
        return MappingProxyType({}), str(getattr(error, "problem", "") or error)
    if values is None:
        return MappingProxyType({}), ""
    if not isinstance(values, dict):
        return MappingProxyType({}), "it is no line of the form `name: text`"
    return MappingProxyType({str(key): str(value) for key, value in values.items()}), ""


@dataclass(frozen=True, slots=True)
class _Reader:
    first_line: int
    written: Callable[[str], str]

    def block(self, tokens: Sequence[Token], heading: str) -> ChartBlock:
        """The block that the first of the tokens opens."""
        opening = read_slash_block(tokens[0])
        start = (tokens[0].map or [0])[0] + self.first_line
        options, problem = read_options(self.written(opening.options))
        closing = closing_of(tokens)
        return ChartBlock(
            title=self.written(opening.title).strip() or heading,
            options=options,
            table=self._table(tokens, closing),
            line=start,
            option_lines=MappingProxyType(dict(_option_lines(opening, start))),
            option_problem=problem,
            is_closed=closing is not None,
        )

    def _table(self, tokens: Sequence[Token], closing: Token | None) -> Table | None:
        rows: list[tuple[list[str], int]] = []
        for index, token in enumerate(tokens):
            if token.type == "tr_open":
                rows.append(([], (token.map or [0])[0] + self.first_line))
            elif token.type in ("th_open", "td_open") and rows:
                rows[-1][0].append(self.written(words_of(tokens[index + 1])))
            elif token.type == "table_close" or token is closing:
                break
        if not rows:
            return None
        return Table(tuple(rows[0][0]), tuple(Row(tuple(cells), line) for cells, line in rows[1:]))


def _option_lines(opening: SlashBlock, start: int) -> Iterator[tuple[str, int]]:
    for number, line in enumerate(opening.options.split("\n"), start=start + 1):
        if match := re.match(r"([\w-]+)\s*:", line):
            yield match[1], number


def closing_of(tokens: Sequence[Token]) -> Token | None:
    """The token that ends the block which the first of these opens, within the same container; None without one."""
    opening = tokens[0]
    for token in tokens[1:]:
        if token.level < opening.level:
            return None
        if token.type == "slash_block_close" and (token.markup, token.level) == (
            opening.markup,
            opening.level,
        ):
            return token
    return None
