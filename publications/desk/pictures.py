"""Pictures that are dropped on the desk: kept in docs/assets/pictures under a plain name, and never one over another."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath

import imagesize

from publications.checks.names import plain_name
from publications.desk.front_form import PICTURES
from publications.desk.refusal import RefusalError
from publications.faults import PublicationError
from publications.language.numbers import size_text
from publications.project import Project
from publications.writing import write_new_bytes

FOLDER = "docs/assets/pictures"
MOST_BYTES = 30_000_000


def keep_picture(project: Project, name: str, data: bytes, locale: str) -> str:
    """The name of the file that holds a picture from now on. What is no picture is a PublicationError.

    locale: of who brings it. The same picture once more is not kept twice.
    """
    ending = PurePosixPath(name).suffix.lower()
    _refuse(name, ending, data, locale)
    stem = PurePosixPath(plain_name(PurePosixPath(name).stem)).stem
    folder = project.root / FOLDER
    for number in range(1, 1000):
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}{ending}"
        try:
            write_new_bytes(path, data)
        except PublicationError:  # there is one of this name, perhaps since a moment ago
            if path.read_bytes() != data:
                continue
        return path.name
    raise RefusalError(name, "There are too many pictures of this name. Give it another one.")


def _refuse(name: str, ending: str, data: bytes, locale: str) -> None:
    if ending not in PICTURES:
        kinds = ", ".join(sorted(one.removeprefix(".") for one in PICTURES))
        raise RefusalError(
            name, "This file is no picture that a page can show. Save it as one of: {kinds}.", kinds=kinds
        )
    if len(data) > MOST_BYTES:
        raise RefusalError(
            name,
            "This picture has more than {typed}. Save it smaller; no screen shows as much.",
            typed=size_text(MOST_BYTES, locale),
        )
    is_drawing = ending == ".svg" and b"<svg" in data[:4000]
    if not is_drawing and ending != ".avif" and min(imagesize.get(BytesIO(data))) < 1:
        kind = ending.removeprefix(".").upper()
        raise RefusalError(name, "This file is no {kind} picture, whatever its name says.", kind=kind)
