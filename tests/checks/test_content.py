"""The site's own pages, catalogs and menus are in good health."""

from __future__ import annotations

from publications.faults import Level
from publications.finding import check_root
from tests.checks.conftest import REAL


def test_nothing_has_to_be_mended_before_publishing() -> None:
    faults = [fault for fault in check_root(REAL) if fault.level is not Level.INFO]

    assert not faults, "\n" + "\n".join(map(str, faults))
