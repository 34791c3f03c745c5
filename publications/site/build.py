"""The whole site: every page made once, on all cores, put together beside the old site, swapped in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from publications.checks import site_faults
from publications.faults import Fault, Level, PublicationError
from publications.finding import plan, site_of
from publications.findings import SiteFindings
from publications.infographics.cache import Cache
from publications.pages import is_index
from publications.parallel import spread
from publications.project import load_project
from publications.site.search_index import ENTRY, LanguageIndex, entry_file, index_languages
from publications.site.stage import MadeFile, MadeSite, Stage
from publications.site.staging import staging
from publications.site.whole_site import copied_files, site_files
from publications.site.workshop import Done, Workshop, make_page
from publications.snapshot import Snapshot, take_snapshot
from publications.store import digest

WAIT_FOR_OTHER_BUILD = 120.0  # seconds

Files = Mapping[str, MadeFile]


@dataclass(frozen=True, slots=True)
class Built:
    """A site that stands. faults: what is still to be mended, and did not stop the build."""

    site: SiteFindings
    faults: tuple[Fault, ...]


def build_site(
    root: Path, site_dir: Path, *, strict: bool = False, snapshot: Snapshot | None = None
) -> Built:
    """Check the project, make every page and swap the new site in.

    An error, or in a strict build a warning, is a PublicationError with every fault of every locale, and
    leaves the old site as it was. snapshot: the files of the project, where they were looked at already.
    """
    work = plan(load_project(root), snapshot or take_snapshot(root))
    with staging(site_dir, wait=WAIT_FOR_OTHER_BUILD) as staged:
        shop = Workshop(work, Stage(staged, site_dir, MadeSite.read(root, site_dir)))
        done = tuple(spread(make_page, shop, tuple(shop.stale)))
        found = tuple(one.found for one in done if one.found)
        work.keep(found)
        work.around.snapshot.keep()
        site = site_of(work, found)
        faults = tuple(sorted({*site_faults(site), *(fault for one in done for fault in one.faults)}))
        grave = (Level.ERROR, Level.WARNING) if strict else (Level.ERROR,)
        if any(fault.level in grave for fault in faults):
            raise PublicationError(*faults)
        made = _put_together(shop, site, done)
    made.keep(root, site_dir)
    Cache(root).prune()
    return Built(site, tuple(fault for fault in faults if fault.level is not Level.INFO))


def _put_together(shop: Workshop, site: SiteFindings, done: Iterable[Done]) -> MadeSite:
    """Add what belongs to no single page, and say what the whole site is made of."""
    stage = shop.stage
    pages = dict(_pages(shop, done))
    files = {name: file for outputs in pages.values() for name, file in outputs[1].items()}
    files |= {name: stage.write(name, make()) for name, make in site_files(shop.renderer, site).items()}
    for name, source in copied_files(shop.renderer, site):
        files[name] = stage.copy(name, source, shop.digest_of(source))
    indexes = dict(_search(shop, site, files))
    for _, index in indexes.values():
        files |= {name: stage.made(name) for name in index.names}
    files[ENTRY] = stage.write(ENTRY, entry_file(index for _, index in indexes.values()))
    return MadeSite(
        files,
        {name: (key, *outputs) for name, (key, outputs) in pages.items()},
        {locale: (key, index.entry, *index.names) for locale, (key, index) in indexes.items()},
    )


def _pages(shop: Workshop, done: Iterable[Done]) -> Iterator[tuple[str, tuple[str, Files]]]:
    """By "locale/page", its key and its files, of pages that were made and of those that were taken over."""
    made = {one.page: one for one in done}
    for page in shop.publications.pages:
        one = made.get(page)
        mark = one.found.mark if one and one.found else shop.work.kept[page].mark
        for locale in shop.project.codes:
            name = f"{locale}/{page}"
            if one and locale in one.outputs:
                yield name, (shop.key(page, locale, mark), one.outputs[locale])
            else:
                key, *names = shop.stage.old.pages[name]
                yield name, (key, {file: shop.stage.old.files[file] for file in names})


def _search(
    shop: Workshop, site: SiteFindings, files: Files
) -> Iterator[tuple[str, tuple[str, LanguageIndex]]]:
    """The index of each language that has a text to be found, with its key; only those are made whose texts changed."""
    keys = {
        code: digest(*found) for code in shop.project.codes if (found := tuple(_found_by(site, code, files)))
    }
    known: dict[str, LanguageIndex] = {}
    for code, key in keys.items():
        old, entry, *names = shop.stage.old.search.get(code, ("", ""))
        if old == key and shop.stage.take_over(names):
            known[code] = LanguageIndex(tuple(names), entry)
    known |= index_languages(shop.stage.folder, keys.keys() - known.keys())
    yield from ((code, (key, known[code])) for code, key in keys.items())


def _found_by(site: SiteFindings, locale: str, files: Files) -> Iterator[str]:
    """Fingerprints of the pages that a search in a language can find."""
    for page in site.publications.pages:
        text = site.publications.published(page).get(locale)
        if text and not is_index(page):
            yield f"{text.url} {files[f'{text.url}index.html'].digest}"
