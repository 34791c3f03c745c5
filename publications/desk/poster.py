"""The poster beside its text: what a browser is told of it while the text is typed."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import asdict
from pathlib import PurePath

from publications.desk.session import Session
from publications.faults import Fault, PublicationError
from publications.paper.proof import Proof, proof_of
from publications.status.page_files import name_of

_NONE = Proof(b"")


def poster_answer(session: Session, page: str, locale: str) -> dict[str, object]:
    """The poster of a page ("infographics/city-strategies", or with .md) in a locale, as its file is now.

    picture: its address, "" when there is none; faults: what keeps it from being made.
    A locale or page that cannot be the project's is a PublicationError.
    """
    page = page if page.endswith(".md") else f"{page.rstrip('/')}.md"
    project = session.project
    project.locale(locale)
    if ".." in PurePath(page).parts:
        raise PublicationError(Fault(name_of(page, locale), 0, "is no page of this project."))
    proof = proof_of(project, session.around.facts, page, locale) or _NONE
    picture = f"data:image/png;base64,{b64encode(proof.picture).decode()}" if proof.picture else ""
    return {"picture": picture, "faults": [asdict(fault) for fault in proof.faults]}
