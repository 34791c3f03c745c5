"""The join: parts of a site that were built apart, put together into what one build would have made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from publications.checks import site_faults
from publications.faults import Fault, PublicationError
from publications.finding import found_elsewhere, site_of
from publications.project import load_project
from publications.site.build import (
    WAIT_FOR_OTHER_BUILD,
    Built,
    MadePage,
    finish,
    stop_at_grave,
    to_mend,
)
from publications.site.part import ENVIRONMENT, PROGRAM, Part, inputs_of, read_part
from publications.site.stage import MadeSite, Stage
from publications.site.staging import staging
from publications.site.workshop import Workshop
from publications.snapshot import Snapshot, take_snapshot
from publications.store import digest

Parts = Mapping[Path, Part]

_MOST_FILES_NAMED = 3


def join_parts(
    root: Path, folders: Iterable[Path], site_dir: Path, *, strict: bool = False, is_trial: bool = False
) -> Built:
    """Check the whole site, add what belongs to no single page, and swap the new site in.

    Parts that are missing, damaged or made from something else, and errors (in a strict join warnings too) are a
    PublicationError, and the old site stays as it was. is_trial: look at everything, and replace nothing.
    """
    snapshot = take_snapshot(root)
    parts = _read(folders)
    _stop(
        (*_misfits(parts, snapshot), *(fault for folder in parts for fault in _losses(folder, parts[folder])))
    )
    findings = {page: found for part in parts.values() for page, found in part.findings.items()}
    work = found_elsewhere(load_project(root), snapshot, findings)
    site = site_of(work, ())
    faults = site_faults(site)
    stop_at_grave(faults, site.withheld, strict=strict)
    if not is_trial:
        with staging(site_dir, wait=WAIT_FOR_OTHER_BUILD) as staged:
            shop = Workshop(work, Stage(staged, site_dir, MadeSite.read(root, site_dir)))
            made = finish(shop, site, dict(_pages(shop.stage, parts)))
        made.keep(root, site_dir)
    return Built(site, to_mend(faults))


def _read(folders: Iterable[Path]) -> Parts:
    """Every part, in the order of their numbers; what is none is told of all folders at once."""
    found: dict[Path, Part] = {}
    faults: list[Fault] = []
    for folder in folders:
        try:
            found[folder] = read_part(folder)
        except PublicationError as error:
            faults += error.faults
    _stop(faults)
    return dict(sorted(found.items(), key=lambda item: item[1].number))


def _misfits(parts: Parts, snapshot: Snapshot) -> Iterator[Fault]:
    """Why parts do not make a whole site of this project."""
    first = next(iter(parts), None)
    if first is None:
        raise PublicationError(Fault("parts", 0, "there are no parts. Make the first: pubs build --part 1/2"))
    numbers, of = Counter(part.number for part in parts.values()), parts[first].of
    wanted = inputs_of(snapshot)
    for folder, part in parts.items():
        if part.of != of:
            yield _fault(
                folder,
                f"is one of {part.of} parts, and {first} one of {of}. Build all as shares of one number.",
            )
        if numbers[part.number] > 1:
            yield _fault(folder, f"is part {part.share}, and so is another folder. Leave one of them out.")
        if other := [name for name, code in wanted.items() if part.inputs.get(name) != code]:
            yield _fault(folder, _other_inputs(other, part))
    for number in sorted(set(range(1, of + 1)) - numbers.keys()):
        yield Fault(f"part {number}/{of}", 0, f"is missing. Build it: pubs build --part {number}/{of}")


def _other_inputs(names: Iterable[str], part: Part) -> str:
    """What to do about a part that was made from something else than what lies here."""
    if PROGRAM in names:
        return (
            "was built by another version of the program, or of what is installed with it. "
            f"Install the same here and there, and build it again: pubs build --part {part.share}"
        )
    if ENVIRONMENT in names:
        return (
            "was built with other values of the variables that mkdocs.yml asks the environment for (!ENV). "
            f"Set the same, and build it again: pubs build --part {part.share}"
        )
    return (
        f"was built from other files than those here: {', '.join(names)} differ. "
        f"Check out the same commit, and build it again: pubs build --part {part.share}"
    )


def _losses(folder: Path, part: Part) -> Iterator[Fault]:
    """Files that are not, or no longer, what the part has made."""
    lost = [name for name, code in part.files.items() if _digest_of(folder / name) != code]
    if lost:
        named = ", ".join(lost[:_MOST_FILES_NAMED]) + (" …" if len(lost) > _MOST_FILES_NAMED else "")
        yield _fault(
            folder,
            f"{len(lost)} of its {len(part.files)} files are missing or were changed since ({named}). "
            f"Fetch it again, or build it again: pubs build --part {part.share}",
        )


def _digest_of(file: Path) -> str:
    try:
        return digest(file.read_bytes())
    except OSError:
        return ""


def _pages(stage: Stage, parts: Parts) -> Iterator[tuple[str, MadePage]]:
    """By "locale/page", the pages of all parts, each with its files on the stage."""
    for folder, part in parts.items():
        for page, (key, *names) in part.pages.items():
            yield (
                page,
                MadePage(key, {name: stage.copy(name, folder / name, part.files[name]) for name in names}),
            )


def _stop(faults: Iterable[Fault]) -> None:
    found = tuple(faults)
    if found:
        raise PublicationError(*found)


def _fault(folder: Path, message: str) -> Fault:
    return Fault(str(folder), 0, message, rule="parts")
