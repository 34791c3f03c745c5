"""Enclosed: what a file carries along of a page, by which it finds home whatever happens meanwhile.

The texts themselves are there, so that nothing else is needed: no git, no store, no memory of what was sent.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath

PREFIX = "pubs1:"
_MOST = 50_000_000  # bytes of one page's texts


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A page as it was when it was sent.

    project, address: the site's name and URL; page: "newsletters/2021-05.md".
    source, own: the texts then; followed: the text of the source that `own` followed, "" when it is `source`.
    is_new: there was no file, and `own` is what the page would begin with.
    """

    project: str
    address: str
    page: str
    source_locale: str
    locale: str
    source: str
    own: str
    followed: str = ""
    is_new: bool = False


def enclose(enclosed: Enclosed) -> str:
    """As letters that every format can hold: JSON, compressed, in base64."""
    data = json.dumps(asdict(enclosed), ensure_ascii=False).encode()
    return PREFIX + b64encode(zlib.compress(data, 9)).decode()


def disclose(text: str) -> Enclosed | None:
    """The same read back, None when it was damaged; line ends and spaces that a tool put into it do not matter."""
    letters = "".join(text.split())
    if not letters.startswith(PREFIX):
        return None
    try:
        opened = zlib.decompressobj()
        data = opened.decompress(b64decode(letters.removeprefix(PREFIX), validate=True), _MOST)
        enclosed = Enclosed(**json.loads(data)) if opened.eof else None
    except (ValueError, TypeError, zlib.error):
        return None
    return enclosed if enclosed and _is_sound(enclosed) else None


def _is_sound(enclosed: Enclosed) -> bool:
    """Whether it names a page below its locale, and nothing else on the disk."""
    texts = [value for name, value in asdict(enclosed).items() if name != "is_new"]
    page = PurePosixPath(str(enclosed.page))
    is_inside = not page.is_absolute() and ".." not in page.parts and "\\" not in str(page)
    return is_inside and page.suffix == ".md" and all(isinstance(value, str) for value in texts)
