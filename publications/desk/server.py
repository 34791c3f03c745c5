"""The desk's addresses: pages, and what their scripts ask for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from publications.desk.actions import Actions
from publications.desk.guard import Guard
from publications.desk.opened import is_page, open_page, page_at
from publications.desk.pictures import MOST_BYTES, keep_picture
from publications.desk.poster import poster_answer
from publications.desk.session import Session
from publications.desk.troubles import preferred, troubles
from publications.desk.views import Views
from publications.layers import DEFAULTS
from publications.site.preview import CHANGES, Preview

_FILES = DEFAULTS / "desk"
_BREATH = 15.0  # seconds; how often a browser that hears nothing is told that we are there


def desk_app(session: Session, preview: Preview, port: int) -> Starlette:
    """The desk of a session, with the website as its texts make it behind it."""
    desk = _Desk(session, preview)
    routes = [
        Route("/desk/", desk.home),
        Route("/desk/events", desk.events),
        Route("/desk/do/{action}", desk.act, methods=["POST"]),
        Route("/desk/picture", desk.keep_picture, methods=["POST"]),
        Mount("/desk/static", StaticFiles(directory=_FILES / "static")),
        Mount("/desk/theme", StaticFiles(directory=DEFAULTS / "theme" / "assets")),
        Mount("/desk/vendor", StaticFiles(directory=_FILES / "vendor")),
        Route("/desk/poster/{locale}/{page:path}", desk.poster),
        Route("/desk/{locale}/", desk.task_list),
        Route("/desk/{locale}/{page:path}", desk.page),
        Route(CHANGES, desk.events),
        Route("/{path:path}", desk.site),
    ]
    guard = Middleware(Guard, port=port, token=session.token)
    return Starlette(routes=routes, middleware=[guard], exception_handlers=troubles(session))


class _Desk:
    def __init__(self, session: Session, preview: Preview) -> None:
        self.session, self.preview = session, preview
        self.views = Views(session)
        self.actions = Actions(session, self.views)

    async def home(self, request: Request) -> Response:
        ui = preferred(request, self.session.project.codes)
        return HTMLResponse(await run_in_threadpool(self.views.home, ui))

    async def task_list(self, request: Request) -> Response:
        locale = self.session.project.locale(request.path_params["locale"]).code
        return HTMLResponse(await run_in_threadpool(self.views.task_list, locale))

    async def page(self, request: Request) -> Response:
        page, locale = page_at(request.path_params["page"]), request.path_params["locale"]
        self.session.project.locale(locale)
        if not is_page(self.session.project, page):
            return RedirectResponse(f"/desk/{locale}/", 303)
        make = self.views.rows if "rows" in request.query_params else self.views.page
        return HTMLResponse(
            await run_in_threadpool(lambda: make(open_page(self.session.project, page, locale)))
        )

    async def act(self, request: Request) -> Response:
        """Something is to be done: the body says what to, as JSON."""
        action = self.actions.named(request.path_params["action"])
        if action is None:
            return JSONResponse({"error": "There is no such action."}, 404)
        try:
            values = _sound(json.loads(await request.body()))
        except ValueError:
            return JSONResponse({"error": "This is no JSON."}, 400)
        return JSONResponse(await run_in_threadpool(action, values if isinstance(values, dict) else {}))

    async def keep_picture(self, request: Request) -> Response:
        """A picture that was dropped: its bytes are the body, its name is in the address."""
        data = bytearray()
        async for chunk in request.stream():
            data += chunk
            if len(data) > MOST_BYTES:
                break
        name = request.query_params.get("name", "")
        project = self.session.project
        locale = preferred(request, project.codes)
        kept = await run_in_threadpool(keep_picture, project, name, bytes(data), locale)
        self.session.note_change()
        return JSONResponse({"name": kept})

    async def poster(self, request: Request) -> Response:
        """The poster of an infographic as its text is now."""
        page, locale = request.path_params["page"], request.path_params["locale"]
        return JSONResponse(await run_in_threadpool(poster_answer, self.session, page, locale))

    async def events(self, request: Request) -> Response:
        """Server-sent events (https://html.spec.whatwg.org/#server-sent-events), one for each change of the files."""
        return StreamingResponse(self._changes(request), media_type="text/event-stream")

    async def _changes(self, request: Request) -> AsyncIterator[str]:
        generation, waited = self.session.generation, 0.0
        yield ": here\n\n"
        while not await request.is_disconnected():
            if self.session.generation != generation:
                generation, waited = self.session.generation, 0.0
                yield "data: changed\n\n"
            elif waited >= _BREATH:
                waited = 0.0
                yield ": still here\n\n"
            await asyncio.sleep(0.1)
            waited += 0.1

    async def site(self, request: Request) -> Response:
        """The website as readers will see it, with drafts."""
        path = "/" + request.path_params["path"]
        answer = await run_in_threadpool(self._previewed, path)
        return Response(answer.data, answer.status, media_type=answer.kind)

    def _previewed(self, path: str) -> Any:  # noqa: ANN401
        self.preview.follow(self.session.generation)
        return self.preview.answer(path)


def _sound(value: Any) -> Any:  # noqa: ANN401 (what JSON gives)
    """The same without halves of letters (lone surrogates), which JSON can have and no file."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return list(map(_sound, value))
    return {_sound(name): _sound(one) for name, one in value.items()} if isinstance(value, dict) else value
