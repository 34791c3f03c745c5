"""A part of a site: a share of its pages, built by itself, which `join` puts together with the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from publications.faults import Fault, PublicationError
from publications.finding import plan
from publications.findings import PageFindings, withheld_of
from publications.packing import packed, unpacked
from publications.parallel import Step
from publications.project import load_project
from publications.site.build import WAIT_FOR_OTHER_BUILD, made_pages, make_pages, stop_at_grave, to_mend
from publications.site.stage import MadeSite, Stage
from publications.site.staging import staging
from publications.snapshot import INPUTS, Snapshot, engine_digest, take_snapshot
from publications.store import digest

FILE = "part.json"
"""What a part says of itself, at the top of its folder; it is not published."""

PROGRAM, ENVIRONMENT = "program", "environment"


@dataclass(frozen=True, slots=True)
class Share:
    """The `number`-th of so many parts. A page's share depends on its name alone: others may come and go."""

    number: int
    of: int

    def has(self, page: str) -> bool:
        return int(digest(page), 16) % self.of == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


@dataclass(frozen=True, slots=True)
class Part:
    """What was built of a share.

    inputs: fingerprints of what it was built from, by the folders of the project (`INPUTS`), the program and its settings.
    pages: "locale/page" → its key and its paths below the site's root; files: those paths → fingerprints of contents.
    """

    number: int
    of: int
    inputs: Mapping[str, str]
    pages: Mapping[str, tuple[str, ...]]
    files: Mapping[str, str]
    findings: Mapping[str, PageFindings]

    @property
    def share(self) -> Share:
        return Share(self.number, self.of)


@dataclass(frozen=True, slots=True)
class BuiltPart:
    """A part that stands. all_pages: how many the whole site has; faults: what is still to be mended."""

    part: Part
    all_pages: int
    faults: tuple[Fault, ...]


def build_part(
    root: Path, folder: Path, share: Share, *, strict: bool = False, step: Step | None = None
) -> BuiltPart:
    """Make a share of the pages, in place of what lies in the folder; what belongs to no single page is left to `join`.

    An error on one of these pages, or in a strict build a warning, is a PublicationError, and nothing is replaced.
    """
    work = plan(load_project(root), take_snapshot(root), share.has)
    with staging(folder, wait=WAIT_FOR_OTHER_BUILD) as staged:
        shop, done = make_pages(work, Stage(staged, folder, MadeSite.read(root, folder)), step)
        work = shop.work
        new = {one.page: one.found.findings for one in done if one.found}
        findings = {page: new.get(page) or work.kept[page].findings for page in work.pages}
        of_pages = (fault for found in findings.values() for fault in found.faults)
        faults = (*of_pages, *(fault for one in done for fault in one.faults))
        stop_at_grave(faults, withheld_of(findings.values()), strict=strict)
        pages = made_pages(shop, done)
        files = {name: file for page in pages.values() for name, file in page.files.items()}
        part = Part(
            number=share.number,
            of=share.of,
            inputs=inputs_of(work.around.snapshot),
            pages={name: (page.key, *page.files) for name, page in pages.items()},
            files={name: file.digest for name, file in files.items()},
            findings=findings,
        )
        (staged / FILE).write_bytes(packed(part))
    MadeSite(files, part.pages).keep(root, folder)
    return BuiltPart(part, len(shop.publications.pages), to_mend(faults))


def read_part(folder: Path) -> Part:
    """What the part in a folder says of itself; a folder that has none is a PublicationError."""
    try:
        return unpacked(Part, (folder / FILE).read_bytes())
    except OSError:
        message = f"holds no part of a site: there is no {FILE}. Make it with: pubs build --part 1/8 --site-dir {folder}"
    except (ValueError, TypeError, KeyError):
        message = f"{FILE} there is damaged, or of another version of the program. Build the part again."
    raise PublicationError(Fault(str(folder), 0, message))


def inputs_of(snapshot: Snapshot) -> Mapping[str, str]:
    """Fingerprints of all that a page can depend on, by where it lies."""
    folders = {name: snapshot.digest_of(name if "." in name else f"{name}/") for name in INPUTS}
    return {**folders, PROGRAM: engine_digest(), ENVIRONMENT: digest(snapshot.environment)}
