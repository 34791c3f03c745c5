"""Addresses: where a link leads, as a browser understands it, and without what differs between languages."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import urlsplit

# One letter is a drive: C:\pictures\map.png.
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):", re.IGNORECASE)
# A browser passes over these (https://url.spec.whatwg.org/#concept-basic-url-parser).
_DROPPED = re.compile(r"[\t\n\r]|^[\x00-\x20]+")
_NO_FILE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\{\{|$", re.IGNORECASE)
_LANGUAGE_PART = re.compile(
    r"(?<=[/._-])[a-z]{2}(?:[-_][a-z]{2})?(?=[/._?#]|$)|(?<=//)[a-z]{2}(?=\.)", re.IGNORECASE
)
_LANGUAGE_QUERY = re.compile(r"(?<=[?&])(?:lang|locale|hl|lng|language)=[\w-]+&?", re.IGNORECASE)
_SAME_SITE = re.compile(r"^https?://(?:www\.|\.)?", re.IGNORECASE)


def scheme_of(address: str) -> str:
    """What it begins with, before the colon, in small letters; "" of one that leads to the site itself."""
    found = _SCHEME.match(_plain(address))
    return found[1].lower() if found else ""


def is_elsewhere(address: str) -> bool:
    """Whether it leads away from the site."""
    return _plain(address).startswith("//") or scheme_of(address) != ""


def names_a_file(target: str) -> bool:
    """Whether a target as typed names a file by its way from the page; other sites, places and facts are none."""
    return not _NO_FILE.match(target)


def split_target(target: str) -> tuple[str, str, str]:
    """A target's path, the `?` or `#` behind it, and what follows."""
    found = re.search(r"[?#]", target)
    return (target, "", "") if found is None else (target[: found.start()], found[0], target[found.end() :])


def below_docs(page: str, locale: str, path: str) -> str:
    """Where a file that a page names lies, below docs/."""
    return posixpath.normpath(posixpath.join(locale, posixpath.dirname(page), path))


@lru_cache(maxsize=1024)
def host_of(address: str) -> str:
    """The site it leads to, without `www.` and the language before its name; an e-mail's domain; "" within the site."""
    plain = _plain(address)
    if scheme_of(plain) == "mailto":
        return plain.partition("@")[2].partition("?")[0].lower()
    try:
        host = (urlsplit(plain if "//" in plain else "").hostname or "").lower()
    except ValueError:
        return plain
    return re.sub(r"^(?:www|m|[a-z]{2})\.(?=[^.]+\.)", "", host)


@lru_cache(maxsize=1024)
def plain_target(link: str) -> str:
    """A target without what differs between languages: its anchor, and the language in its path."""
    path = _LANGUAGE_QUERY.sub("", link.partition("#")[0]).rstrip("?&")
    path = _SAME_SITE.sub("//", _LANGUAGE_PART.sub("", path))
    return path.rstrip("/").lower() or "#"


def _plain(address: str) -> str:
    return _DROPPED.sub("", address).replace("\\", "/")
