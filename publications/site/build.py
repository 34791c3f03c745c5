"""The whole site: every locale built in a process of its own, put together beside the old one, swapped in."""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from publications.checks import check_root
from publications.faults import Fault, Level, PublicationError
from publications.pages import Publications, read_publications
from publications.project import CONFIG, load_project
from publications.site.staging import staging
from publications.site.whole_site import finish_site
from publications.status.reading import read_statuses
from publications.status.statuses import Statuses

WAIT_FOR_OTHER_BUILD = 120.0  # seconds


@dataclass(frozen=True, slots=True)
class Built:
    """A site that stands. faults: what is still to be mended, and did not stop the build."""

    publications: Publications
    statuses: Statuses
    faults: tuple[Fault, ...]


def build_site(
    root: Path, site_dir: Path, *, strict: bool = False, processes: Executor | None = None
) -> Built:
    """Check the project, build every locale and swap the new site in.

    An error, or in a strict build a warning, is a PublicationError with every fault of every locale, and
    leaves the old site as it was. processes: those of an earlier build, which have MkDocs loaded; else new ones.
    """
    publications = read_publications(load_project(root))
    with staging(site_dir, wait=WAIT_FOR_OTHER_BUILD) as staged:
        # Once for all: the builds of the locales find it in the cache.
        statuses = read_statuses(publications.project)
        with nullcontext(processes) if processes else building_processes() as pool:
            faults = _check_and_build(publications, staged, pool)
        grave = (Level.ERROR, Level.WARNING) if strict else (Level.ERROR,)
        if any(fault.level in grave for fault in faults):
            raise PublicationError(*faults)
        finish_site(publications, statuses, staged)
    return Built(publications, statuses, faults)


def building_processes() -> Executor:
    """As many processes as there are processors."""
    return ProcessPoolExecutor(max_workers=os.cpu_count() or 1, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """A build that is killed takes its processes with it: by themselves they would wait for work for ever."""
    if parent := multiprocessing.parent_process():
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _check_and_build(publications: Publications, staged: Path, processes: Executor) -> tuple[Fault, ...]:
    """The checks run beside the builds: a site that is all right, which is the rule, need not wait for them.

    Each locale is built in a folder of its own, so that two processes never write one file.
    """
    root = publications.project.root
    folders = {code: staged / f".{code}" for code in publications.project.codes}
    checking = processes.submit(check_root, root)
    building = [processes.submit(build_locale, root, code, folder) for code, folder in folders.items()]
    found = [fault for fault in checking.result() if fault.level is not Level.INFO]
    # MkDocs says the same of a file that all locales share: once is enough.
    heard = {fault for built in building for fault in built.result()}
    if any(fault.level is Level.ERROR for fault in found):
        return tuple(found)  # what MkDocs made of pages with errors would only hide where they come from
    for folder in folders.values():
        if folder.exists():
            _merge(folder, staged)
    return tuple(sorted({*found, *heard}))


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
        except (Exception, SystemExit) as error:  # noqa: BLE001 (a page or template may break MkDocs anywhere)
            return (*faults, Fault(CONFIG, 0, f"building '{locale}': {type(error).__name__}: {error}"))
    return tuple(faults)


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
