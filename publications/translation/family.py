"""The translations of one page as a family: who was made from whom, and who is the original."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from publications.faults import Fault, Level
from publications.translation.record import Tracking

_RULE = "translation-source"


@dataclass(frozen=True, slots=True)
class Family:
    """original: the locale no other is the source of, None when that cannot be told.

    order: the locales with a text, every source before what was made from it; those of a cycle are left out.
    """

    original: str | None
    order: tuple[str, ...]
    faults: tuple[Fault, ...] = ()


def family_of(tracked: Mapping[str, Tracking], paths: Mapping[str, str]) -> Family:
    """Read who was made from whom. tracked: what each text of the page says, by locale; paths: their files."""
    sources = {locale: says.record.source for locale, says in tracked.items() if says.record}
    originals = [locale for locale in tracked if locale not in sources]
    faults = _two_originals(originals, paths)
    order = list(originals)
    waiting = dict(sources)
    while ready := [code for code, source in waiting.items() if source in order or source not in tracked]:
        order += ready
        waiting = {code: source for code, source in waiting.items() if code not in ready}
    faults += [_cycle(locale, sources, tracked, paths) for locale in waiting]
    return Family(_original(originals, sources), tuple(order), tuple(faults))


def _original(originals: list[str], sources: Mapping[str, str]) -> str | None:
    """Of two originals the one that others were made from is told as the original, and both are faults."""
    followed = [locale for locale in originals if locale in sources.values()]
    return next(iter(followed or originals), None)


def _two_originals(originals: list[str], paths: Mapping[str, str]) -> list[Fault]:
    if len(originals) < 2:  # noqa: PLR2004
        return []
    faults = []
    for locale in originals:
        others = " and ".join(paths[other] for other in originals if other != locale)
        message = (
            f"says of no source, and neither does {others}: which is the original? Write into the other "
            f"'translation: {{source: {locale}, status: translated}}'."
        )
        faults.append(Fault(paths[locale], 1, message, Level.ERROR, _RULE))
    return faults


def _cycle(
    locale: str, sources: Mapping[str, str], tracked: Mapping[str, Tracking], paths: Mapping[str, str]
) -> Fault:
    chain = [locale]
    while (source := sources[chain[-1]]) not in chain:
        chain.append(source)
    told = " ← ".join((*chain, source))
    message = (
        f"no text of this page is the original: {told}. Take 'translation' out of the one written first."
    )
    record = tracked[locale].record
    return Fault(paths[locale], record.line if record else 1, message, Level.ERROR, _RULE)
