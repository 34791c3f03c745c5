"""The whole site: every page made once, on all cores, put together beside the old site, swapped in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from publications.checks import site_faults
from publications.faults import Fault, Level, PublicationError
from publications.finding import Work, content_in, plan, site_of
from publications.findings import SiteFindings
from publications.layers import lay_schemas
from publications.pages import is_index
from publications.paper.cache import Cache
from publications.parallel import Step, spread
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
class MadePage:
    """A page in a locale. key: of all that it shows; files: by their places below the site's root."""

    key: str
    files: Files


@dataclass(frozen=True, slots=True)
class Built:
    """A site that stands. faults: what is still to be mended, and did not stop the build."""

    site: SiteFindings
    faults: tuple[Fault, ...]


def build_site(
    root: Path,
    site_dir: Path,
    *,
    strict: bool = False,
    snapshot: Snapshot | None = None,
    step: Step | None = None,
) -> Built:
    """Check the project, make every page and swap the new site in.

    A text with an error is withheld: its readers get it in another language. An error elsewhere, or in a strict build
    any warning, is a PublicationError with every fault of every locale, and leaves the old site as it was.
    snapshot: the files of the project, where they were looked at already.
    """
    work = plan(load_project(root), snapshot or take_snapshot(root))
    lay_schemas(root)
    with staging(site_dir, wait=WAIT_FOR_OTHER_BUILD) as staged:
        shop, done = make_pages(work, Stage(staged, site_dir, MadeSite.read(root, site_dir)), step)
        site = site_of(shop.work, tuple(one.found for one in done if one.found))
        faults = (*site_faults(site), *(fault for one in done for fault in one.faults))
        stop_at_grave(faults, site.withheld, strict=strict)
        made = finish(shop, site, made_pages(shop, done))
    made.keep(root, site_dir)
    Cache(shop.project).prune()
    return Built(site, to_mend(faults))


def make_pages(work: Work, stage: Stage, step: Step | None = None) -> tuple[Workshop, tuple[Done, ...]]:
    """Work out and render what is stale, on all cores, and remember what was worked out.

    That a text is to be withheld is found on the way, when pages that name it are made already: then all is made
    again with what is known now.
    """
    shop = Workshop(work, stage)
    done = tuple(spread(make_page, shop, tuple(shop.stale), step))
    found = tuple(one.found for one in done if one.found)
    work.keep(found)
    told = shop.publications.translations
    if any(
        text.metadata.is_withheld and not told[one.findings.page][code].is_withheld
        for one in found
        for code, text in one.findings.texts.items()
    ):
        return make_pages(work.with_found(found), stage, step)
    return shop, done


def made_pages(shop: Workshop, done: Iterable[Done]) -> Mapping[str, MadePage]:
    """By "locale/page", the pages that were made and those that were taken over."""
    return dict(_pages(shop, {one.page: one for one in done}))


def finish(shop: Workshop, site: SiteFindings, pages: Mapping[str, MadePage]) -> MadeSite:
    """Add what belongs to no single page, and say what the whole site is made of."""
    stage = shop.stage
    files = {name: file for page in pages.values() for name, file in page.files.items()}
    files |= {
        name: stage.write(name, make())
        for name, make in site_files(shop.renderer, site, partial(content_in, shop.work)).items()
    }
    for name, source in copied_files(shop.renderer, site):
        files[name] = stage.copy(name, source, shop.digest_of(source))
    indexes = dict(_search(shop, site))
    for _, index in indexes.values():
        files |= {name: stage.made(name) for name in index.names}
    files[ENTRY] = stage.write(ENTRY, entry_file(index for _, index in indexes.values()))
    return MadeSite(
        files,
        {name: (page.key, *page.files) for name, page in pages.items()},
        {locale: (key, index.entry, *index.names) for locale, (key, index) in indexes.items()},
    )


def stop_at_grave(faults: Iterable[Fault], withheld: Collection[str], *, strict: bool) -> None:
    """Raise PublicationError with all faults when the site cannot do without what one of them is about.

    withheld: the paths of the texts that are not published; in a strict build they stop it too, as warnings do.
    """
    found = sorted(set(faults))
    if any(
        fault.level is not Level.INFO if strict else fault.level is Level.ERROR and fault.path not in withheld
        for fault in found
    ):
        raise PublicationError(*found)


def to_mend(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """What is still to be mended, sorted by file and line."""
    return tuple(fault for fault in sorted(set(faults)) if fault.level is not Level.INFO)


def _pages(shop: Workshop, made: Mapping[str, Done]) -> Iterator[tuple[str, MadePage]]:
    for page in filter(shop.publications.published, shop.work.pages):
        one = made.get(page)
        mark = one.found.mark if one and one.found else shop.work.kept[page].mark
        for locale in shop.project.codes:
            name = f"{locale}/{page}"
            if one and locale in one.outputs:
                # What could not be drawn is tried again.
                key = "" if one.faults else shop.key(page, locale, mark)
                yield name, MadePage(key, one.outputs[locale])
            else:
                key, *names = shop.stage.old.pages[name]
                yield name, MadePage(key, {file: shop.stage.old.files[file] for file in names})


def _search(shop: Workshop, site: SiteFindings) -> Iterator[tuple[str, tuple[str, LanguageIndex]]]:
    """The index of each language that has a text to be found, with its key; only those are made whose texts changed."""
    keys = {
        code: digest(shop.base, *found)
        for code in shop.project.codes
        if (found := tuple(_found_by(shop, site, code)))
    }
    known: dict[str, LanguageIndex] = {}
    for code, key in keys.items():
        old, entry, *names = shop.stage.old.search.get(code, ("", ""))
        if old == key and shop.stage.take_over(names):
            known[code] = LanguageIndex(tuple(names), entry)
    known |= index_languages(shop.stage.folder, keys.keys() - known.keys())
    yield from ((code, (key, known[code])) for code, key in keys.items())


def _found_by(shop: Workshop, site: SiteFindings, locale: str) -> Iterator[str]:
    """Fingerprints of what a search in a language can find, page by page; the rest of a page is of no matter to it."""
    for page in site.publications.pages:
        if locale in site.publications.published(page) and not is_index(page):
            text = site.pages[page].texts[locale]
            yield f"{page} {text.content} {text.metadata} {shop.drawn(page)}"
