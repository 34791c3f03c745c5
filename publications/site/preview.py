"""The preview: what a browser is shown while pages are written, each page made when it is looked at."""

from __future__ import annotations

import html
import mimetypes
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from threading import Condition, Lock

from publications.catalogs import DESK, read_shipped
from publications.faults import Fault, Level, PublicationError
from publications.language.cldr import direction
from publications.layers import layered_name
from publications.project import load_project
from publications.site.live import Audience, LiveSite
from publications.site.search_index import BUNDLE
from publications.telling import told_with_place

CHANGES = "/.changes"
"""Where the browser hears that something has changed."""

# Files, since a page's policy allows no script or style within it but its own.
_SCRIPT, _STYLE = ".preview.js", ".preview.css"
_OWN_FILES = {
    _SCRIPT: f'new EventSource("{CHANGES}").onmessage = () => location.reload()',
    _STYLE: """.preview-panel { all: initial; position: fixed; inset: auto 0 0 0; max-height: 45vh; overflow: auto;
padding: 1em 1.5em; background: #fff4f2; color: #3b0d06; border-top: 4px solid #b3261e;
font: 16px/1.5 system-ui, sans-serif; z-index: 9999 }""",
}
_LISTENER = f'<script src="/{_SCRIPT}"></script>'
_PANEL = """<link rel="stylesheet" href="/{style}"><aside lang="{locale}" dir="{direction}" class="preview-panel" role="alert">\
<strong>{title}</strong><ul>{faults}</ul></aside>"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets. kind: the media type."""

    status: HTTPStatus
    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Seen:
    """The site as it is served now. wrong: why it is not as the files are, when it is an older one."""

    site: LiveSite
    wrong: tuple[Fault, ...] = ()


@dataclass
class Preview:
    """Serves one project. search_dir: a built site whose search index is good enough for a preview.

    audience: who looks at it; generation: how often its files were looked at.
    """

    root: Path
    search_dir: Path
    audience: Audience = Audience.EDITORS
    changes: Condition = field(default_factory=Condition)
    generation: int = 0
    _seen: _Seen | None = None
    _good: dict[str, bytes] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _looking: Lock = field(default_factory=Lock)
    _followed: int = -1

    def refresh(self) -> tuple[Fault, ...]:
        """Look at the files again, and tell every browser that listens. Returns why they cannot be shown, if so."""
        try:
            seen = _Seen(LiveSite.read(load_project(self.root), self.audience))
        except PublicationError as error:
            if self._seen is None:
                raise
            seen = _Seen(self._seen.site, error.faults)
        with self._lock:
            self._seen = seen
        with self.changes:
            self.generation += 1
            self.changes.notify_all()
        return seen.wrong

    def follow(self, generation: int) -> None:
        """Look at the files again if they have changed since; of two who ask at once, one waits for the other."""
        with self._looking:
            if self._seen is None or self._followed != generation:
                self.refresh()
                self._followed = generation

    @property
    def site(self) -> LiveSite:
        if self._seen is None:
            raise LookupError("nothing was read yet")
        return self._seen.site

    def wait_for_change(self, generation: int, seconds: float) -> bool:
        """Whether something has changed since that generation, waiting for it so long."""
        with self.changes:
            return self.changes.wait_for(lambda: self.generation > generation, seconds)

    def answer(self, path: str) -> Answer:
        """What lies at an address, "/sv/project/"."""
        name = path.removeprefix("/") + ("index.html" if path.endswith("/") else "")
        with self._lock:  # a page is rendered in one language at a time
            data, faults, is_old = self._made(name)
        if data is None and not faults and not Path(name).suffix:
            return self.answer(f"{path}/")
        status = HTTPStatus.OK
        if data is None:
            status, name = HTTPStatus.NOT_FOUND, "404.html"
            data, _, _ = self._made(name)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if name.endswith(".html"):
            page = _with_panel(data or b"", faults, is_old=is_old, locale=self._told_in(name))
            return Answer(status, "text/html; charset=utf-8", page)
        return Answer(status, kind, data or b"")

    def _told_in(self, name: str) -> str:
        """The language of who is told at the desk; "" for that of the command line."""
        code = name.partition("/")[0] if self.audience is Audience.TRANSLATORS else ""
        return code if code and code in self.site.findings.project.codes else ""

    def _made(self, name: str) -> tuple[bytes | None, tuple[Fault, ...], bool]:
        """A file of the site, None where there is none, what is wrong with it, and whether it is the last good one."""
        seen = self._seen
        if seen is None:
            return None, (), False
        try:
            data = self._file(seen.site, name)
        except PublicationError as error:
            return self._good.get(name), (*seen.wrong, *error.faults), True
        except Exception as error:  # noqa: BLE001 (a template may break anywhere, and the preview goes on)
            place = traceback.extract_tb(error.__traceback__)[-1]
            message = f"{type(error).__name__}: {error}. Mend what you changed last."
            return (
                self._good.get(name),
                (*seen.wrong, Fault(layered_name(self.root, place.filename), place.lineno or 0, message)),
                True,
            )
        if data is not None:
            self._good[name] = data
        return data, (*seen.wrong, *_faults_of(seen.site, name)), bool(seen.wrong)

    def _file(self, site: LiveSite, name: str) -> bytes | None:
        if name in _OWN_FILES:
            return _OWN_FILES[name].encode()
        if name in site.made_once:
            return site.made_once[name]()
        if found := site.page_at(name):
            return site.files(*found).get(name)
        if name.startswith(f"{BUNDLE}/"):
            return _read(self.search_dir / name)
        return _read(site.copied[name]) if name in site.copied else None


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _faults_of(site: LiveSite, name: str) -> tuple[Fault, ...]:
    """What is wrong with the texts of a page, as far as an editor must mend it before publishing."""
    found = site.page_at(name) if name.endswith(".html") else None
    findings = site.findings.pages.get(found[0]) if found else None
    return tuple(fault for fault in findings.faults if fault.level is not Level.INFO) if findings else ()


def _with_panel(page: bytes, faults: Iterable[Fault], *, is_old: bool, locale: str) -> bytes:
    """The page with what is wrong below it, and with the script that listens for changes."""
    lines = [told_with_place(fault, locale) if locale else str(fault) for fault in faults]
    words = read_shipped(locale or "en", DESK).messages
    panel = _PANEL.format(
        style=_STYLE,
        locale=locale or "en",
        direction=direction(locale or "en"),
        title=words["To be mended (this is the last good page):"]
        if page and is_old
        else words["To be mended:"],
        faults="".join(f"<li>{html.escape(line)}</li>" for line in lines),
    )
    return page + ((panel if lines else "") + _LISTENER).encode()
