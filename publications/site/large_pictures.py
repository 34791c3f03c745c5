"""Large pictures: those that a phone would wait for are published in a smaller form beside the original."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import imagesize

from publications.store import Store, digest

MOST_BYTES, MOST_PIXELS = 2_000_000, 3000
ENDING = ".webp"
"""What the name of a smaller form ends in, after that of the original: photo.jpg.webp."""

_KIND = "pictures"
_PHOTOS = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp")
_WIDEST, _QUALITY = 2000, 82
_SOURCE = re.compile(r'(?<=\ssrc=")([^":]+)(?=")')


def large_pictures(docs: Path, names: Iterable[str]) -> Iterator[str]:
    """Those of these files that are larger than a reader needs. names: below docs/."""
    for name in names:
        if name.lower().endswith(_PHOTOS) and is_large(docs / name):
            yield name


def is_large(file: Path) -> bool:
    """Whether a picture has more than two megabytes, or is wider or higher than 3,000 pixels."""
    try:
        return file.stat().st_size > MOST_BYTES or max(imagesize.get(str(file))) > MOST_PIXELS
    except (OSError, ValueError):
        return False  # none, or one that is broken, which the checks tell


def smaller(root: Path, file: Path) -> bytes:
    """A picture as WebP, at most 2,000 pixels wide and high; one that cannot be read stays what it is."""
    data, store = file.read_bytes(), Store(root)
    key = digest(data, f"{_WIDEST} {_QUALITY}")
    if kept := store.get(_KIND, key):
        return kept
    image_module, ops = import_module("PIL.Image"), import_module("PIL.ImageOps")
    try:
        with image_module.open(BytesIO(data)) as opened:
            image = ops.exif_transpose(opened)
            image.thumbnail((_WIDEST, _WIDEST))
            made = BytesIO()
            image.convert("RGBA" if "A" in image.getbands() else "RGB").save(made, "WEBP", quality=_QUALITY)
    except (OSError, ValueError, image_module.DecompressionBombError):
        return data
    store.put(_KIND, {key: made.getvalue()})
    return made.getvalue()


def with_smaller(html: str, here: str, large: Collection[str]) -> str:
    """A page that shows the smaller forms. here: its address; large: the originals, below the site's root."""
    if not large:
        return html

    def source(found: re.Match[str]) -> str:
        name = posixpath.normpath(posixpath.join(here, unquote(found[1])))
        return f"{found[1]}{ENDING}" if name in large else found[1]

    return _SOURCE.sub(source, html)
