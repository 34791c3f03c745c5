"""Before anything is built, every fault of every language is told, with its line and what to do."""

from publications.hooks.checked_sources import on_pre_build

__all__ = ["on_pre_build"]
