"""Pictures that are dropped on the desk: kept in docs/assets/pictures under a plain name, and never one over another."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath

import imagesize

from publications.checks.names import plain_name
from publications.desk.front_form import PICTURES
from publications.faults import Fault, PublicationError
from publications.project import Project
from publications.writing import write_new_bytes

FOLDER = "docs/assets/pictures"
MOST_BYTES = 30_000_000


def keep_picture(project: Project, name: str, data: bytes) -> str:
    """The name of the file that holds a picture from now on. What is no picture is a PublicationError.

    The same picture once more is not kept twice.
    """
    ending = PurePosixPath(name).suffix.lower()
    _refuse(name, ending, data)
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
    raise PublicationError(
        Fault(f"{FOLDER}/{stem}{ending}", 0, "there are too many of this name. Give it another one.")
    )


def _refuse(name: str, ending: str, data: bytes) -> None:
    if ending not in PICTURES:
        kinds = ", ".join(sorted(one.removeprefix(".") for one in PICTURES))
        raise PublicationError(
            Fault(name, 0, f"is no picture that a page can show. Save it as one of: {kinds}.")
        )
    if len(data) > MOST_BYTES:
        message = f"has more than {MOST_BYTES // 1_000_000} MB. Save it smaller; no screen shows as much."
        raise PublicationError(Fault(name, 0, message))
    is_drawing = ending == ".svg" and b"<svg" in data[:4000]
    if not is_drawing and ending != ".avif" and min(imagesize.get(BytesIO(data))) < 1:
        raise PublicationError(
            Fault(name, 0, f"is no {ending.removeprefix('.')} picture, whatever its name says.")
        )
