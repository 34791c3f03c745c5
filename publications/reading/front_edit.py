"""Edits of front matter that touch one value and leave every other letter, comment and quote as typed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import yaml

from publications.reading import frontmatter
from publications.reading.encoding import as_lines

_PLAIN = re.compile(r"[^\W\d_][\w .'’-]*[\w.’']|[^\W_]")
_HEX = re.compile(r"[0-9a-f]{4}-[0-9a-f]{4}")
# What YAML would read as something else than a word.
_NO_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})

_Entry = tuple[yaml.Node, yaml.Node]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A page's front matter and the text below it. text: YAML without fences."""

    text: str
    body: str

    @classmethod
    def of(cls, markdown: str) -> FrontMatter:
        source = frontmatter.split(as_lines(markdown))
        return cls(source.front_matter, source.body)

    def write(self) -> str:
        """The page, its line ends as on Unix."""
        front = f"---\n{self.text.rstrip()}\n---\n" if self.text.strip() else ""
        return front + self.body

    def without(self, key: str) -> FrontMatter:
        """Takes out a key of the top level with all its lines."""
        entries = self._entries()
        starts = [name.start_mark.line for name, _ in entries]
        lines = self.text.split("\n")
        for place, (name, _) in enumerate(entries):
            if name.value == key:
                end = starts[place + 1] if place + 1 < len(starts) else len(lines)
                del lines[starts[place] : end]
                return replace(self, text="\n".join(lines))
        return self

    def quote_of(self, key: str) -> str | None:
        """The mark around a value of the top level: ' or ", "" for none; None when there is no such value."""
        node = _value(self._entries(), key)
        return node.style or "" if isinstance(node, yaml.ScalarNode) else None

    def with_lines(self, *lines: str) -> FrontMatter:
        """Adds lines at the end."""
        kept = self.text.rstrip()
        return replace(self, text="\n".join(([kept] if kept else []) + list(lines)))

    def with_key(self, key: str, typed: str) -> FrontMatter:
        """Sets a key of the top level to a value as YAML has it; a new key comes last, before the translation's record."""
        entries = self._entries()
        if node := _value(entries, key):
            return self._spliced(node.start_mark.index, _end(node), typed)
        line = f"{key}: {typed}"
        record = next((name.start_mark.index for name, _ in entries if name.value == "translation"), None)
        if record is None:
            return self.with_lines(line)
        return replace(self, text=f"{self.text[:record]}{line}\n{self.text[record:]}")

    def with_value(self, section: str, key: str, value: str) -> FrontMatter:
        """Sets `section: {key: value}` where the section is there already; a new key comes first in it."""
        return self.with_typed(section, key, written(value))

    def with_typed(self, section: str, key: str, typed: str) -> FrontMatter:
        """The same with a value as YAML has it, such as a list."""
        record = self._section(section)
        if record and (node := _value(record.value, key)):
            return self._spliced(node.start_mark.index, _end(node), typed)
        if record is None or not record.value:
            return self
        first = record.value[0][0].start_mark
        between = ", " if record.flow_style else "\n" + " " * first.column
        return self._spliced(first.index, first.index, f"{key}: {typed}{between}")

    def with_item(self, section: str, key: str, item: str) -> FrontMatter:
        """Adds an item to the list `section: {key: [...]}`, unless it is there; a new list is begun."""
        record = self._section(section)
        node = _value(record.value, key) if record else None
        if node is None:
            return self.with_value(section, key, item)
        if isinstance(node, yaml.ScalarNode):
            names = [node.value, item] if node.value not in ("", item) else [node.value or item]
            listed = f"[{', '.join(map(written, names))}]"
            return self._spliced(node.start_mark.index, _end(node), listed)
        if not isinstance(node, yaml.SequenceNode) or any(part.value == item for part in node.value):
            return self
        if not node.value:
            return self._spliced(node.start_mark.index, node.end_mark.index, f"[{written(item)}]")
        end = _end(node.value[-1])
        between = ", " if node.flow_style else f"\n{' ' * node.start_mark.column}- "
        return self._spliced(end, end, between + written(item))

    def _entries(self) -> Sequence[_Entry]:
        """The keys of the top level with their values; none of what is no mapping."""
        try:
            root = yaml.compose(self.text, Loader=yaml.SafeLoader)
        except yaml.YAMLError:
            return ()
        return root.value if isinstance(root, yaml.MappingNode) else ()

    def _section(self, section: str) -> yaml.MappingNode | None:
        node = _value(self._entries(), section)
        return node if isinstance(node, yaml.MappingNode) else None

    def _spliced(self, start: int, end: int, text: str) -> FrontMatter:
        space = " " if self.text[:start].endswith(":") else ""
        return replace(self, text=self.text[:start] + space + text + self.text[end:])


def written(value: str) -> str:
    """A word as YAML: in quotes only where it needs them."""
    is_word = bool(_PLAIN.fullmatch(value)) and value.lower() not in _NO_WORDS
    return value if is_word or _HEX.fullmatch(value) else quoted(value)


def quoted(value: str) -> str:
    """A text in double quotes, as YAML and catalogs read it back."""
    return json.dumps(value, ensure_ascii=False)


def _value(entries: Iterable[_Entry], key: str) -> yaml.Node | None:
    return next((node for name, node in entries if name.value == key), None)


def _end(node: yaml.Node) -> int:
    return int(node.end_mark.index)
