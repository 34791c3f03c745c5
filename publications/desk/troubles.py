"""Troubles: what went wrong with a request, told in the language of who sits at the desk."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from publications.catalogs import ships_words
from publications.desk.session import Session
from publications.desk.views import trouble_page
from publications.faults import PublicationError
from publications.telling import MISTAKE, RefusalError, for_browser, told

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def troubles(session: Session) -> Mapping[Any, Any]:
    """What answers each kind of exception: JSON with the `error` in words, a page to who wanted one."""
    answers = _Troubles(session)
    return {PublicationError: answers.refused, OSError: answers.of_the_disk, Exception: answers.of_ourselves}


def language_asked_for(headers: Headers, session: Session) -> str:
    """The language of the project that a browser asks for; one that the desk speaks while the settings cannot be read."""
    asked = [part.strip(" *").partition(";")[0] for part in headers.get("accept-language", "").split(",")]
    languages = [code.partition("-")[0] for code in asked]
    try:
        codes = session.project.codes
    except PublicationError:
        return next((code for code in languages if code.isalpha() and ships_words(code)), "en")
    known = (code for wanted in languages for code in codes if wanted == code.partition("-")[0])
    return next(known, codes[0])


@dataclass(frozen=True, slots=True)
class _Troubles:
    session: Session

    async def refused(self, request: Request, error: PublicationError) -> Response:
        return self._answer(request, error, 409)

    async def of_the_disk(self, request: Request, error: OSError) -> Response:
        """Whatever writes here writes a file whole or not at all."""
        name = Path(error.filename or "").name
        if error.errno in _FULL:
            full = "There is no room left on the disk. Nothing was written, and the file is as it was. Make room, and save again."
            return self._answer(request, RefusalError(name, full), 507)
        said = "{typed} cannot be read or written. Is it protected, or open in another program? Nothing was written."
        return self._answer(request, RefusalError(name, said, name), 409)

    async def of_ourselves(self, request: Request, error: Exception) -> Response:
        """A mistake of this program, whose place is told in the window where it was started."""
        return self._answer(request, RefusalError("desk", MISTAKE, type(error).__name__), 500)

    def _answer(self, request: Request, error: PublicationError, status: int) -> Response:
        locale = language_asked_for(request.headers, self.session)
        words = "\n".join(told(fault, locale) for fault in error.faults)
        if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            return HTMLResponse(trouble_page(words, locale), status)
        faults = [dict(for_browser(fault)) for fault in error.faults]
        return JSONResponse({"error": words, "faults": faults}, status)
