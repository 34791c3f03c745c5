"""Exports: a letter in the form that each way of sending it wants."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from publications.newsletters.issue import Issue
from publications.newsletters.letter import Letter, Tool, letter_of
from publications.newsletters.message import message_of

DEFAULT_LIST = 1
"""The list that a new listmonk has."""


class Target(StrEnum):
    """What an e-mail is made for."""

    EML = "eml"
    HTML = "html"
    LISTMONK = "listmonk"
    MAILCHIMP = "mailchimp"


@dataclass(frozen=True, slots=True)
class _Way:
    """name: of the file; write: makes it; tool: which sends it."""

    name: str
    write: Callable[[Issue, Letter, Sequence[int]], str | bytes]
    tool: Tool | None = None


def export(issue: Issue, target: Target, lists: Sequence[int] = (DEFAULT_LIST,)) -> bytes:
    """The file for a target. lists: of listmonk, to which the campaign goes."""
    return _written(issue, letter_of(issue), target, lists)


def published(issue: Issue) -> dict[str, bytes]:
    """All that is published of an issue as e-mail, by its name in the folder `email` beside the page."""
    letter = letter_of(issue)
    pictures = {picture.name: picture.data for picture in letter.pictures}
    made = {file_name(target): _written(issue, letter, target, (DEFAULT_LIST,)) for target in Target}
    return {**pictures, **made}


def _written(issue: Issue, letter: Letter, target: Target, lists: Sequence[int]) -> bytes:
    way = _WAYS[target]
    made = way.write(issue, letter.by(way.tool), lists)
    return made.encode() if isinstance(made, str) else made


def file_name(target: Target) -> str:
    """What an export is called: "newsletter.eml"."""
    return _WAYS[target].name


def _eml(issue: Issue, letter: Letter, _lists: Sequence[int]) -> bytes:
    return message_of(issue, letter, sender=sender_of(issue)).as_bytes()


def sender_of(issue: Issue) -> str:
    """Who an e-mail is from: the project's address."""
    return issue.project.identity.contact or "newsletter@localhost"


def _html(_issue: Issue, letter: Letter, _lists: Sequence[int]) -> str:
    return letter.html


def _listmonk(issue: Issue, letter: Letter, lists: Sequence[int]) -> str:
    """The body of `POST /api/campaigns` (https://listmonk.app/docs/apis/campaigns/)."""
    campaign = {
        "name": f"{issue.name} ({issue.locale})",
        "subject": letter.subject,
        "lists": list(lists),
        "type": "regular",
        "content_type": "html",
        "body": letter.html,
        "altbody": letter.text,
        "tags": [issue.locale],
        "headers": [{"Content-Language": issue.locale}],
    }
    return json.dumps(campaign, ensure_ascii=False, indent=2) + "\n"


def _without_go(text: str) -> str:
    """Listmonk reads a body as a template of Go, for which two curly brackets begin a command."""
    return text.replace("{{", '{{ "{{" }}')


def _without_tags(text: str) -> str:
    """Mailchimp's tags stand between *| and |*; a joiner between both marks leaves them words."""
    return text.replace("*|", "*\u2060|")


_WAYS: Mapping[Target, _Way] = MappingProxyType(
    {
        Target.EML: _Way("newsletter.eml", _eml),
        Target.HTML: _Way("newsletter.html", _html),
        Target.LISTMONK: _Way("listmonk.json", _listmonk, Tool("{{ UnsubscribeURL }}", escaped=_without_go)),
        Target.MAILCHIMP: _Way(
            "mailchimp.html", _html, Tool("*|UNSUB|*", "*|HTML:LIST_ADDRESS_HTML|*", _without_tags)
        ),
    }
)
