"""The guard: who may ask the desk for something. Only the browser of the person who started it, from the desk's own pages.

A page elsewhere on the web can make a browser send requests to this machine. Such a request has another origin (CSRF) or,
where a name was pointed at this machine (DNS rebinding), another host; neither has the token.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from http.cookies import SimpleCookie

from starlette.datastructures import Headers, QueryParams
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from publications.desk.session import Session
from publications.desk.troubles import language_asked_for
from publications.telling import RefusalError, told

_SAFE = frozenset({"GET", "HEAD"})
_OWN_SITE = frozenset({"", "same-origin", "none"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; "
    "img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""What a page of the desk may load: its own files, and nothing from elsewhere (CSP 3)."""


class Guard:
    """Lets a request through, or answers it. port: the desk's own."""

    def __init__(self, app: ASGIApp, *, port: int, session: Session) -> None:
        self.app, self.session = app, session
        self.hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self.cookie = f"desk-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal:
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, self._with_headers(scope, send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self.hosts:
            return PlainTextResponse("Not this desk's address.", 421)
        if scope["method"] not in _SAFE and not self._is_from_here(headers):
            return PlainTextResponse("Another page has sent this.", 403)
        given = QueryParams(scope["query_string"]).get("token")
        if given is not None and self._is_token(given):
            return self._opened(scope["path"])
        cookies = SimpleCookie(headers.get("cookie", ""))
        known = cookies.get(self.cookie)
        return None if known and self._is_token(known.value) else self._closed(headers)

    def _is_from_here(self, headers: Headers) -> bool:
        origin = headers.get("origin", "")
        return (
            origin in {f"http://{host}" for host in self.hosts}
            and headers.get("sec-fetch-site", "") in _OWN_SITE
            and headers.get("content-type", "").startswith(("application/json", "application/octet-stream"))
        )

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.session.token.encode())

    def _closed(self, headers: Headers) -> Response:
        said = "This is the desk of another session. Open the address that “pubs desk” has printed in its window."
        (fault,) = RefusalError("desk", said).faults
        return PlainTextResponse(told(fault, language_asked_for(headers, self.session)), 403)

    def _opened(self, path: str) -> Response:
        """The token goes from the address, where others may see it, into a cookie that no script can read."""
        answer = RedirectResponse(path, 303)
        answer.set_cookie(self.cookie, self.session.token, httponly=True, samesite="lax", path="/")
        return answer

    def _with_headers(self, scope: Scope, send: Send) -> Callable[[Message], Awaitable[None]]:
        policy = POLICY if scope["path"].startswith("/desk/") else "frame-ancestors 'self'"
        added = [
            (b"content-security-policy", policy.encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
            (b"cross-origin-resource-policy", b"same-origin"),
            (b"cache-control", b"no-store"),
        ]

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *added]
            await send(message)

        return sent
