"""Pictures as paper and mail programs take them: drawings as they are, photographs no larger than they are shown."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from importlib import import_module
from io import BytesIO
from pathlib import Path

_NAMESPACE = "http://www.w3.org/2000/svg"
_WIDEST, _QUALITY = 1200, 82
"""Pixels: twice the width of an e-mail, and 180 dpi on the width of a text on A4."""


def svg_text(file: Path) -> str:
    """A picture as SVG, a photograph within one; "" for one that cannot be read."""
    if file.suffix.lower() == ".svg":
        try:
            drawing = file.read_bytes().decode("utf-8").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError):
            return ""
        return drawing if "<svg" in drawing and _NAMESPACE in drawing else ""
    photo, kind, (width, height) = photograph(file)
    if not photo:
        return ""
    link = f"data:image/{kind};base64,{b64encode(photo).decode()}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image href="{link}" width="{width}" height="{height}"/></svg>'
    )


def photograph(file: Path) -> tuple[bytes, str, tuple[int, int]]:
    """A photograph at most 1,200 pixels wide, "jpeg" or, where it has clear parts, "png", and its size.

    Nothing for one that cannot be read.
    """
    try:
        stat = file.stat()
    except OSError:
        return b"", "", (0, 0)
    return _photograph(file, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=32)
def _photograph(file: Path, _time: int, _size: int) -> tuple[bytes, str, tuple[int, int]]:
    image_module, ops = import_module("PIL.Image"), import_module("PIL.ImageOps")
    try:
        with image_module.open(file) as opened:
            image = ops.exif_transpose(opened)
            image.thumbnail((_WIDEST, _WIDEST * 2))
            is_clear = "A" in image.getbands() or "transparency" in image.info
            made, kind = BytesIO(), "png" if is_clear else "jpeg"
            image.convert("RGBA" if is_clear else "RGB").save(
                made, kind.upper(), quality=_QUALITY, optimize=True
            )
            return made.getvalue(), kind, image.size
    except (OSError, ValueError, image_module.DecompressionBombError):
        return b"", "", (0, 0)
