"""The identity: data/identity.yml is read as its author meant it, speaks every language, and its colours can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from publications.faults import Fault, Level
from publications.findings import SiteFindings
from publications.identity.identity import PATH, RULE, Words
from publications.identity.palette import palette_faults


def identity_faults(site: SiteFindings) -> Iterator[Fault]:
    """What is wrong with data/identity.yml; a text that some languages lack is no more than a hint."""
    identity = site.project.identity
    yield from identity.faults
    yield from palette_faults(site.project)
    texts = {
        "name": identity.name,
        "disclaimer": identity.disclaimer,
        "print-disclaimer": identity.print_disclaimer,
        **{
            f"funders: {funder.name.said('').text}: statement": funder.statement
            for funder in identity.funders
        },
    }
    for key, words in texts.items():
        yield from _lacking(key, words, site.project.codes)


def _lacking(key: str, words: Words, codes: tuple[str, ...]) -> Iterator[Fault]:
    if not words.texts or "" in words.texts:
        return
    for code in codes:
        if words.said(code).locale != code:
            message = f"{key} is not said in '{code}', so its readers get it in '{words.said(code).locale}'. Add {code}: …"
            yield Fault(PATH, 0, message, Level.INFO, RULE)
