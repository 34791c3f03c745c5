"""A page of another generator, as it is written here; what cannot be carried over, by its line."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from publications.faults import Fault, Level
from publications.language.dates import ISO_DATE
from publications.reading.encoding import as_lines
from publications.reading.front_edit import quoted
from publications.reading.frontmatter import Front, split

_TOML = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n", re.DOTALL)
_SAME = {
    "title": "title",
    "linkTitle": "",
    "description": "summary",
    "summary": "summary",
    "date": "date",
    "lastmod": "updated",
    "updated": "updated",
    "publishDate": "date",
}
_H1 = re.compile(r"^# .+$", re.MULTILINE)
_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})")
_ADMONITION = re.compile(r"^:::+\s*(?P<kind>\w+)(?:\[(?P<title>[^\]]*)\]|[ ]+(?P<words>[^{\n]+))?.*$")
_LINK = re.compile(r"(?P<before>!?\[[^\]]*\]\()(?P<target>[^)\s]+)(?P<after>(?:\s+\"[^\"]*\")?\))")
_SHORTCODE = re.compile(r"\{\{[<%].*?[>%]\}\}")
_REF = re.compile(r"\{\{[<%]\s*(?:rel)?ref\s+\"?(?P<target>[^\"\s>%]+)\"?\s*[>%]\}\}")
_JSX = re.compile(r"</?[A-Z]\w*[^>]*>")
_IMPORT = re.compile(r"^(?:import|export)\s.+$")


@dataclass
class PageReader:
    """Reads the pages of one language. link: a target of a link, and whether it is a picture → what it is here."""

    name: str
    link: Callable[[str], str | None]
    told: list[Fault] = field(default_factory=list)

    def text(self, source: str) -> str:
        """The page. name: its file, for what is told."""
        values, body, line = self._opening(as_lines(source))
        front = dict(self._front(values))
        lines = list(self._body(body.split("\n"), line))
        words = "\n".join(lines).strip("\n")
        title = front.get("title") or self._title(words)
        front = {"title": title, **front}
        if not _H1.search(words):
            words = f"# {title}\n\n{words}"
        shown = "".join(f"{key}: {quoted(value)}\n" for key, value in front.items() if value)
        return f"---\n{shown}---\n\n{words}\n"

    def _opening(self, text: str) -> tuple[Mapping[str, Any], str, int]:
        if found := _TOML.match(text):
            self._tell(1, "front matter in TOML was read key by key; look whether it is whole.")
            values = {
                key.strip(): value.strip().strip("\"'")
                for key, sign, value in (line.partition("=") for line in found[1].split("\n"))
                if sign
            }
            return values, text[found.end() :], found[0].count("\n") + 1
        opening = split(text)
        front = Front(opening.front_matter)
        if front.problem:
            self._tell(
                front.problem.line + 1,
                f"the front matter cannot be read ({front.problem.reason}), and was left out.",
            )
        return front.values, opening.body, opening.body_line

    def _front(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        done = set[str]()
        for key, value in values.items():
            own = _SAME.get(key)
            if own and own not in done and isinstance(value, str | int | float):
                text = str(value)[:10] if own in ("date", "updated") else str(value)
                if own in ("date", "updated") and not ISO_DATE.fullmatch(text):
                    self._tell(1, f"the date '{value}' was left out. Write it as 2021-05-12.")
                    continue
                done.add(own)
                yield own, text
            elif own is None:
                shown = (
                    yaml.safe_dump(value, allow_unicode=True, default_flow_style=True)
                    .strip()
                    .removesuffix("...")
                    .strip()
                )
                self._tell(1, f"'{key}: {shown[:60]}' of the front matter was left out.")

    def _body(self, lines: list[str], first: int) -> Iterator[str]:
        fence, inside = "", False
        for number, line in enumerate(lines, start=first):
            if found := _FENCE.match(line):
                fence = "" if fence and line.strip().startswith(fence) else fence or found[1]
            if fence:
                yield f"    {line}" if inside and line.strip() else line
                continue
            if _IMPORT.match(line) and self.name.endswith(".mdx"):
                self._tell(number, f"'{line}' was left out: pages here run nothing.")
                continue
            if opened := _ADMONITION.match(line):
                inside = True
                title = (opened["title"] or opened["words"] or "").strip()
                yield f"!!! {opened['kind']}" + (f' "{title}"' if title else "")
                yield ""
                continue
            if inside and re.match(r"^:::+\s*$", line):
                inside = False
                continue
            made = self._line(line, number)
            yield f"    {made}" if inside and made.strip() else made

    def _line(self, line: str, number: int) -> str:
        line = _REF.sub(lambda found: self.link(found["target"]) or found[0], line)
        for found in _SHORTCODE.findall(line):
            self._tell(number, f"'{found}' means nothing here, and is shown as code. Write what it made.")
        line = _SHORTCODE.sub(lambda found: f"`{found[0]}`", line)
        for found in _JSX.findall(line) if self.name.endswith(".mdx") else ():
            self._tell(number, f"'{found}' was left out: a component of React. Write what it showed.")
        line = _JSX.sub("", line) if self.name.endswith(".mdx") else line
        return _LINK.sub(lambda found: self._linked(found, number), line)

    def _linked(self, found: re.Match[str], number: int) -> str:
        target = found["target"].strip("<>")
        if re.match(r"[a-z]+:|#", target, re.IGNORECASE):
            return found[0]
        path, mark, anchor = target.partition("#")
        made = self.link(path)
        if made is None:
            self._tell(
                number, f"the link to '{target}' leads to nothing that was found. It was left as it is."
            )
            return found[0]
        return f"{found['before']}{made}{mark}{anchor}{found['after']}"

    def _title(self, words: str) -> str:
        heading = _H1.search(words)
        return (
            heading[0].removeprefix("# ").strip()
            if heading
            else posixpath.basename(self.name).partition(".")[0]
        )

    def _tell(self, line: int, message: str) -> None:
        self.told.append(Fault(self.name, line, message, Level.WARNING, "adopt"))
