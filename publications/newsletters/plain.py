"""Plain text: HTML of a text as people read it in a mail program without pictures and type."""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup
from markdownify import MarkdownConverter

_BLANK = re.compile(r"\n{3,}")
_WIDTH = 78


class _Plain(MarkdownConverter):
    """Headings are underlined, emphasis is left out, an address stands behind its words."""

    class Options(MarkdownConverter.DefaultOptions):  # type: ignore[name-defined, misc] # its stubs lack it
        heading_style = "underlined"
        bullets = "-"
        strong_em_symbol = ""
        escape_asterisks = escape_underscores = escape_misc = False
        wrap = True
        wrap_width = _WIDTH

    def convert_a(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ANN401, ARG002 (its signature)
        address = el.get("href", "").removeprefix("mailto:")
        words = text.strip()
        return words if not address or _is_same(words, address) else f"{words} <{address}>"

    def convert_img(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ANN401, ARG002
        return f"[{alt}]" if (alt := el.get("alt", "")) else ""

    def convert_sup(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ANN401, ARG002
        return f"[{text.partition(' <')[0]}]"


def plain_text(html: str) -> str:
    """The words of HTML, in lines of at most 78 characters where they can be broken."""
    soup = BeautifulSoup(html, "html.parser")
    for table in soup.select("table[role=presentation]"):
        for cell in table.find_all(["tr", "td"]):
            cell.unwrap()
        table.unwrap()
    plain = str(_Plain().convert_soup(soup)).replace("\u00a0", " ")
    return _BLANK.sub("\n\n", "\n".join(line.rstrip() for line in plain.split("\n"))).strip() + "\n"


def _is_same(words: str, address: str) -> bool:
    """Whether the words of a link are its address: "www.epi-project.com"."""
    bare = address.partition("://")[2] or address
    return words.strip("/") in (address.strip("/"), bare.strip("/"))
