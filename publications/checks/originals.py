"""Originals: every page has one, and every translation says truly what it was translated from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level, did_you_mean, likely
from publications.findings import SiteFindings
from publications.reading.source_page import SourcePage
from publications.translation.status import State


def original_faults(corpus: Corpus) -> Iterator[Fault]:
    """Faults in what the translations of each page say of one another; readers get each of them all the same."""
    for texts in corpus.by_page.values():
        readable = {code: text for code, text in texts.items() if _says_something(text)}
        for text in readable.values():
            yield from _record(text, texts, corpus.project.codes)
        yield from _cycles(readable)
        yield from _second_originals(corpus, readable)


def _says_something(text: SourcePage) -> bool:
    return text.is_readable and not text.problem and (text.has_front_matter or not text.is_empty)


def source_of(text: SourcePage) -> str | None:
    """The locale that a page says it was translated from."""
    record = text.values.get("translation")
    source = record.get("source") if isinstance(record, dict) else None
    return str(source) if source is not None else None


def _record(text: SourcePage, texts: Mapping[str, SourcePage], codes: tuple[str, ...]) -> Iterator[Fault]:
    record, source = text.values.get("translation"), source_of(text)
    line = text.line_of("translation.source")
    if record is not None and not isinstance(record, dict):
        message = f"'translation: {record}' says nothing. Write it as `translation: {{source: {codes[0]}}}`."
        better = [f"translation: {{source: {codes[0]}}}"]
        yield text.fault(text.line_of("translation"), Level.WARNING, "source", message, str(record), better)
    if source is None or (source in texts and source != text.locale):
        return
    others = [code for code in texts if code != text.locale]
    if source == text.locale:
        message = f"the page says that it was translated from itself ('{source}'). {_choice(others)}"
    elif source not in codes:
        message = f"there is no language '{source}' to translate from. {did_you_mean(source, codes)}"
    else:
        return  # which all pages together can say more of
    yield text.fault(line, Level.WARNING, "source", message, source, likely(source, others or codes))


def orphan_faults(site: SiteFindings) -> Iterator[Fault]:
    """Translations whose source is not there: it was renamed on its own, or taken away."""
    renamed = {status.version: status.page for status in site.statuses.pages if status.version}
    for status in site.statuses.pages:
        for locale, found in status.translations.items():
            text = site.text(status.page, locale)
            is_orphan = found.state is State.ORPHAN and found.source in site.project.codes
            if not is_orphan or text is None or site.text(status.page, found.source):
                continue
            gone = f"it was translated from '{found.source}', but docs/{found.source}/{status.page} does not exist"
            now = renamed.get(found.version)
            if now:
                old, new = status.page.removesuffix(".md"), now.removesuffix(".md")
                message = f"{gone}: docs/{found.source}/{now} has its text. Run: pubs rename {old} {new}"
            else:
                others = [code for code in site.pages[status.page].texts if code != locale]
                message = f"{gone}. {_choice(others)}"
            yield Fault(text.path, text.source_line, message, Level.WARNING, "source")


def _choice(others: list[str]) -> str:
    if not others:
        return "It is the only text of this page. Delete `source`, then it is the original."
    return (
        f"Name the language of its original ({', '.join(others)}), or delete `source` if it is the original."
    )


def _cycles(texts: Mapping[str, SourcePage]) -> Iterator[Fault]:
    """Translations of one another: each ring of them is told once, at its first locale."""
    told: set[str] = set()
    for code in texts:
        way: list[str] = []
        at: str | None = code
        while at is not None and at in texts and at not in way and at not in told:
            way.append(at)
            at = source_of(texts[at])
        ring = way[way.index(at) :] if at in way else []
        told.update(way)
        if len(ring) > 1:
            text = texts[ring[0]]
            message = (
                f"{' is translated from '.join([*ring, ring[0]])}: so there is no original. "
                "Delete `translation` in the page that was written first."
            )
            yield text.fault(text.line_of("translation.source"), Level.WARNING, "source", message)


def _second_originals(corpus: Corpus, texts: Mapping[str, SourcePage]) -> Iterator[Fault]:
    originals = [code for code in corpus.project.codes if code in texts and source_of(texts[code]) is None]
    for code in originals[1:]:
        first, text = texts[originals[0]], texts[code]
        message = (
            f"{text.path} and {first.path} are both originals. Say in the one that is a translation what "
            f"it was translated from: `translation: {{source: {first.locale}}}` here, or "
            f"`translation: {{source: {code}}}` there."
        )
        yield text.fault(text.line_of("translation"), Level.WARNING, "two-originals", message)
