"""A message: a letter as a file that mail programs open, and as it is sent; the same bytes every time."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from publications.newsletters.issue import Issue
from publications.newsletters.letter import Letter
from publications.store import digest

_NOON = 12
_BREAK = re.compile(r"\s+")


def message_of(
    issue: Issue, letter: Letter, *, sender: str, to: str = "", date: datetime | None = None
) -> EmailMessage:
    """Plain text, HTML and the pictures within it (RFC 2557).

    sender, to: addresses; date: of the message, by default noon of the issue's own. Without an addressee mail programs
    open it as a draft.
    """
    message = EmailMessage(policy=SMTP)
    mark = digest(issue.address, letter.html, letter.text)
    host = sender.partition("@")[2]
    message["Subject"] = _BREAK.sub(" ", letter.subject)
    message["From"] = Address(str(issue.imprint["site"]), addr_spec=sender)
    if to:
        message["To"] = Address(addr_spec=to)
    else:
        message["X-Unsent"] = "1"
    message["Date"] = format_datetime(date or _date(issue))
    message["Message-ID"] = f"<{issue.name}.{issue.locale}.{mark[:16]}@{host}>"
    message.set_content(letter.text, cte="quoted-printable")
    html = letter.html
    for number, picture in enumerate(letter.pictures, start=1):
        html = html.replace(f'"{picture.address}"', f'"cid:picture{number}@{host}"')
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    body = message.get_payload(1)
    if not isinstance(body, EmailMessage):
        raise TypeError(body)
    for number, picture in enumerate(letter.pictures, start=1):
        body.add_related(
            picture.data,
            "image",
            picture.kind,
            cid=f"<picture{number}@{host}>",
            filename=picture.name,
            disposition="inline",
        )
    message.set_boundary(f"alternative-{mark}")
    body.set_boundary(f"related-{mark}")
    message["Content-Language"] = letter.locale
    return message


def _date(issue: Issue) -> datetime:
    day = issue.date.first_day if issue.date else datetime(1970, 1, 1, tzinfo=UTC).date()
    return datetime(day.year, day.month, day.day, _NOON, tzinfo=UTC)
