"""The poster beside its text: what a browser is told of it while the text is typed."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from publications.desk.opened import named_page, page_at
from publications.desk.session import Session
from publications.paper.proof import Proof, proof_of
from publications.telling import for_browser

_NONE = Proof(b"")


def poster_answer(session: Session, page: str, locale: str) -> dict[str, Any]:
    """The poster of a page ("infographics/city-strategies", or with .md) in a locale, as its file is now.

    picture: its address, "" when there is none; faults: what keeps it from being made.
    A locale or page that cannot be the project's is a PublicationError.
    """
    project = session.project
    page, locale = named_page(project, page_at(page), locale)
    proof = proof_of(project, session.around.facts, page, locale) or _NONE
    picture = f"data:image/png;base64,{b64encode(proof.picture).decode()}" if proof.picture else ""
    return {"picture": picture, "faults": [for_browser(fault) for fault in proof.faults]}
