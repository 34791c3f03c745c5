"""Contrast: whether two colours can be told apart, as WCAG 2.1 measures it, and the nearest colour that can."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable
from functools import lru_cache

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of text (1.4.3) and of what a shape means (1.4.11), level AA."""

_STEPS = 255


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """The relative luminance of "#14777c", 0 to 1 (WCAG 2.1, "relative luminance")."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 (sRGB's own)
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """From 1, the same, to 21, black on white."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def nearest_passing(colour: str, grounds: Iterable[str], least: float) -> str:
    """The colour of the same hue, lighter or darker by as little as can be, that is told from all grounds.

    "" when there is none, since the grounds are too far apart.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    grounds = tuple(grounds)
    for step in range(_STEPS + 1):
        for direction in (-1, 1):
            moved = lightness + direction * step / _STEPS
            if 0 <= moved <= 1:
                found = _hex(colorsys.hls_to_rgb(hue, moved, saturation))
                if all(contrast(found, ground) >= least for ground in grounds):
                    return found
    return ""


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another in it, 0 to 1."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    red, green, blue = (own + (added - own) * share for own, added in pairs)
    return _hex((red, green, blue))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
