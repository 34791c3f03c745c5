"""The printed publications: nothing of their texts is lost on the site, and nothing added unseen."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest

CASES = sorted(Path(__file__).parent.parent.glob("cases/seeds/*.txt"))
