"""A letter: an issue as e-mail, its HTML with the styles in the elements, its plain text, and its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import css_inline
import mrml
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from publications.faults import Fault, Level, PublicationError
from publications.identity.palette import palette
from publications.language.cldr import direction
from publications.language.direction import language_attributes
from publications.layouts.drawing import DrawnSection
from publications.newsletters.issue import Issue, sections_of
from publications.newsletters.pictures import Gallery, Picture
from publications.newsletters.plain import plain_text
from publications.paper.words import Setting
from publications.templates import templates

RULE = "email"
MOST_BYTES = 90_000
"""Of HTML: from 102 kB on, Gmail shows the beginning only, and what a mailing tool adds counts."""

# What a mailing tool puts in: an address, and words; what stands between two cuts goes out by a tool only.
_UNSUBSCRIBE, _POSTAL, _CUT = "https://unsubscribe.invalid/", "\ue010", "\ue011"
_FOR_TOOLS = re.compile(rf"{_CUT}(.*?){_CUT}\s*", re.DOTALL)
_LINE = "_" * 30
_TOKEN = re.compile("\ue012(\\d+)\ue012")


@dataclass(frozen=True, slots=True)
class Tool:
    """A mailing tool. unsubscribe, postal: its own words for an address and for the sender's postal address.

    escaped: gives a text without what the tool takes for its own.
    """

    unsubscribe: str
    postal: str = ""
    escaped: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail. pictures: those that the HTML shows."""

    locale: str
    subject: str
    html: str
    text: str
    pictures: tuple[Picture, ...]

    def by(self, tool: Tool | None) -> Letter:
        """The same as a tool sends it; None: nobody but its writer does."""

        def own(text: str) -> str:
            if tool is None:
                return _FOR_TOOLS.sub("", text)
            words = tool.escaped(_FOR_TOOLS.sub(r"\1", text))
            return words.replace(_UNSUBSCRIBE, tool.unsubscribe).replace(_POSTAL, tool.postal)

        return replace(self, subject=own(self.subject), html=own(self.html), text=own(self.text))


def letter_of(issue: Issue) -> Letter:
    """The e-mail of an issue, for any tool: see `by`.

    One that is too heavy to be shown whole is a PublicationError that says what is heavy.
    """
    gallery = Gallery(issue)
    writer = _Writer(issue, gallery)
    html = writer.html()
    if len(html.encode()) >= MOST_BYTES:
        raise PublicationError(_too_heavy(issue, len(html.encode())))
    return Letter(issue.locale, issue.text.title, html, writer.text(), gallery.pictures)


@dataclass(frozen=True)
class _Writer:
    issue: Issue
    gallery: Gallery

    def html(self) -> str:
        """In MJML's frame of tables. The text is put in when that stands: MJML wants XML, and a text is HTML."""
        pieces: list[str] = []

        def words(html: str) -> str:
            pieces.append(html)
            return f"\ue012{len(pieces) - 1}\ue012"

        frame = mrml.to_html(self._render("letter.mjml", words=words, **self.values)).content
        if direction(self.issue.locale) == "rtl":  # MJML's columns are all from left to right
            frame = frame.replace("direction:ltr", "direction:rtl").replace(
                "text-align:left", "text-align:right"
            )
        filled = _TOKEN.sub(lambda found: pieces[int(found[1])], frame)
        return css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False).inline(filled)

    def text(self) -> str:
        """The same words as plain text, the imprint below a line."""
        values, issue = self.values, self.issue
        parts = [values["top"], values["head"], values["opening"]]
        for section in values["sections"]:
            parts += [section["heading"], section["body"], section["parts"]]
        setting = Setting(issue.locale, str, issue.source, picture=str, notes=issue.notes)
        words = plain_text("\n".join([*parts, values["closing"]]), setting)
        return f"{words}\n{_LINE}\n{plain_text(values['foot'], setting)}"

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """Of the templates, by name."""
        issue, drawing = self.issue, self.issue.drawing
        shared = {
            "issue": issue,
            "imprint": issue.imprint,
            "site_address": issue.project.site_url,
            "email": issue.project.identity.contact,
            "emblems": self.gallery.emblems(),
            "unsubscribe": _UNSUBSCRIBE,
            "postal": _POSTAL,
            "cut": _CUT,
        }
        return {
            **shared,
            "direction": direction(issue.locale),
            "colours": issue.imprint["colours"],
            "dark": palette(issue.project, dark=True),
            "picture": self.gallery.file(issue.picture) if issue.picture else None,
            "top": self._render("top.html", **shared),
            "head": self._render("head.html", **shared),
            "opening": self.mail(drawing.opening),
            "sections": [self._section(section) for section in sections_of(drawing)],
            "closing": self.mail(drawing.closing),
            "notes": self.mail(drawing.notes),
            "foot": self._render("foot.html", **shared),
        }

    def _section(self, section: DrawnSection) -> Mapping[str, Any]:
        heading = section.heading
        return {
            "heading": f'<h2 id="{section.id}">{heading}</h2>' if heading else "",
            "body": self.mail(section.body),
            "timeline": self.gallery.timeline(section) if section.axis else None,
            "parts": self._render("parts.html", section=section, mail=self.mail) if section.parts else "",
        }

    def mail(self, html: str) -> Markup:
        """HTML of the text as mail programs show it: charts and pictures as files of their own."""
        drawn = self.gallery.with_pictures(html)
        return Markup(drawn.replace("<table>", '<table class="data">'))  # noqa: S704 (what the sanitiser wrote)

    def _render(self, template: str, **values: object) -> str:
        found = _templates(self.issue.project.theme_dir).get_template(template)
        return found.render(values, _=self._say, language=language_attributes)

    def _say(self, message: str, **values: str) -> Markup:
        """A text of the site in the language of the issue."""
        return escape(self.issue.catalog.gettext(message)) % values


@lru_cache(maxsize=4)
def _templates(theme_dir: Path) -> Environment:
    return templates(theme_dir / "email", undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _too_heavy(issue: Issue, size: int) -> Fault:
    sections = {
        section.heading or section.id or "…": len(_words(section)) for section in issue.drawing.sections
    }
    heaviest = max(sections, key=lambda name: sections[name], default="")
    path = issue.text.path.relative_to(issue.project.root).as_posix()
    message = (
        f"as an e-mail it has {size // 1000} kB of HTML, and mail programs cut off what is beyond {MOST_BYTES // 1000}. "
        f"The heaviest section is “{heaviest}” ({sections.get(heaviest, 0) // 1000} kB). "
        "Move a part of it to a page of its own, and link to it."
    )
    return Fault(path, 0, message, Level.ERROR, RULE)


def _words(section: DrawnSection) -> str:
    parts = "".join(part.body for part in section.parts)
    return section.body + parts + "".join(_words(piece) for piece in section.pieces)
