"""The small project of the commands' tests, from which files are sent and to which they come home."""

from __future__ import annotations

from tests.commands.conftest import desk

__all__ = ["desk"]
