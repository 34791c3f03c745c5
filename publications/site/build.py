"""The whole site: every locale built in a process of its own, put together beside the old one, swapped in."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from publications.faults import Fault, Level, PublicationError
from publications.pages import Publications
from publications.project import CONFIG, Project
from publications.site.staging import staging
from publications.site.whole_site import finish_site

WAIT_FOR_OTHER_BUILD = 120.0  # seconds


def build_site(
    publications: Publications, site_dir: Path, *, strict: bool = False, processes: Executor | None = None
) -> tuple[Fault, ...]:
    """Build every locale and swap the new site in; what MkDocs reported on the way is returned.

    An error, or in a strict build a warning, is a PublicationError, and leaves the old site as it was.
    processes: those of an earlier build, which have MkDocs loaded already; else new ones.
    """
    with staging(site_dir, wait=WAIT_FOR_OTHER_BUILD) as staged:
        if processes:
            faults = _build_locales(publications, staged, processes)
        else:
            with building_processes(publications.project) as new_processes:
                faults = _build_locales(publications, staged, new_processes)
        grave = (Level.ERROR, Level.WARNING) if strict else (Level.ERROR,)
        if any(fault.level in grave for fault in faults):
            raise PublicationError(*faults)
        finish_site(publications, staged)
    return faults


def building_processes(project: Project) -> Executor:
    """One process for each locale, as far as there are processors."""
    return ProcessPoolExecutor(max_workers=min(len(project.locales), os.cpu_count() or 1))


def build_locale(root: Path, locale: str, site_dir: Path) -> tuple[Fault, ...]:
    """Build one locale with MkDocs; its errors and warnings come back as values, also across processes."""
    with _environment({"PUBS_LOCALE": locale, "NO_MKDOCS_2_WARNING": "1"}), _listening() as faults:
        try:
            config = load_config(str(root / CONFIG), site_dir=str(site_dir), strict=False)
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
            config.plugins.on_shutdown()
        except PublicationError as error:
            return (*faults, *error.faults)
        except (MkDocsException, OSError, ValueError) as error:
            return (*faults, Fault(CONFIG, 0, f"{locale}: {error or type(error).__name__}"))
    return tuple(faults)


def _build_locales(publications: Publications, staged: Path, processes: Executor) -> tuple[Fault, ...]:
    """Each locale in a folder of its own, so that two processes never write one file; then one folder."""
    project = publications.project
    folders = {code: staged / f".{code}" for code in project.codes}
    results = processes.map(build_locale, [project.root] * len(folders), folders.keys(), folders.values())
    # MkDocs says the same of a file that all locales share: once is enough.
    faults = tuple(sorted({fault for found in results for fault in found}))
    for folder in folders.values():
        _merge(folder, staged)
    return faults


def _merge(folder: Path, target: Path) -> None:
    """Move a folder into another; a file that is there already is the same one (theme, shared pictures)."""
    for path in folder.iterdir():
        place = target / path.name
        if path.is_dir() and place.exists():
            _merge(path, place)
        else:
            path.replace(place)
    folder.rmdir()


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def _listening() -> Iterator[list[Fault]]:
    """What MkDocs and its plugins log as warning or error, while the block runs."""
    heard: list[Fault] = []
    handler = _Listener(heard)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield heard
    finally:
        logger.removeHandler(handler)


@dataclass(eq=False)
class _Listener(logging.Handler):
    heard: list[Fault]

    def __post_init__(self) -> None:
        super().__init__(level=logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        level = Level.ERROR if record.levelno >= logging.ERROR else Level.WARNING
        self.heard.append(Fault(CONFIG, 0, record.getMessage(), level, rule="mkdocs"))
