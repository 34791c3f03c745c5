"""Reading time: how long a text takes to read, by its letters, which differ less between languages than words do."""

from __future__ import annotations

import math
import re

# Trauzettel-Klosinski and Dietz (2012), "Standardized Assessment of Reading Performance: The New International Reading
# Speed Texts IReST", Investigative Ophthalmology & Visual Science 53(9): readers of 17 languages read from 612 (Arabic)
# to 1,078 (Finnish) characters a minute; Swedish 917, Italian 950, English 987.
_LETTERS_A_MINUTE = 950
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


def reading_minutes(html: str) -> int:
    """The minutes that the words of HTML take, at least one."""
    letters = len(_SPACE.sub("", _TAG.sub("", html)))
    return max(1, math.ceil(letters / _LETTERS_A_MINUTE - 1 / 3))
