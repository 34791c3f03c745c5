"""Troubles: what went wrong with a request, told in the language of who sits at the desk."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from publications.catalogs import DESK, read_shipped
from publications.desk.refusal import RefusalError
from publications.desk.session import Session
from publications.faults import PublicationError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def troubles(session: Session) -> Mapping[Any, Any]:
    """What answers each kind of exception: JSON with the `error` in words."""
    told = _Troubles(session)
    return {PublicationError: told.refused, OSError: told.of_the_disk, Exception: told.of_ourselves}


def preferred(request: Request, codes: tuple[str, ...]) -> str:
    """The language that a browser asks for, if the project has it."""
    asked = (part.partition(";")[0].strip() for part in request.headers.get("accept-language", "").split(","))
    return next(
        (code for want in asked for code in codes if want.partition("-")[0] == code.partition("-")[0]),
        codes[0],
    )


@dataclass(frozen=True, slots=True)
class _Troubles:
    session: Session

    async def refused(self, request: Request, error: PublicationError) -> Response:
        told = error.told(self._words(request)) if isinstance(error, RefusalError) else str(error)
        return JSONResponse({"error": told, "faults": [asdict(fault) for fault in error.faults]}, 409)

    async def of_the_disk(self, request: Request, error: OSError) -> Response:
        """Whatever writes here writes a file whole or not at all."""
        words = self._words(request)
        if error.errno in _FULL:
            full = words[
                "There is no room left on the disk. Nothing was written, and the file is as it was. Make room, and save again."
            ]
            return JSONResponse({"error": full}, 507)
        told = words["The file cannot be read or written: {reason}. Nothing was written."]
        return JSONResponse({"error": told.format(reason=error.strerror or error)}, 409)

    async def of_ourselves(self, request: Request, error: Exception) -> Response:
        """A mistake of this program, whose place is told in the window where it was started."""
        words = self._words(request)
        told = words[
            "This is a mistake in the desk itself ({error}). Load the page again; what you typed is kept."
        ]
        return JSONResponse({"error": told.format(error=type(error).__name__)}, 500)

    def _words(self, request: Request) -> Mapping[str, str]:
        """Of the language that is asked for; of English while the settings cannot be read."""
        try:
            codes = self.session.project.codes
        except PublicationError:
            codes = ("en",)
        return read_shipped(preferred(request, codes), DESK).messages
