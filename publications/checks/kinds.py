"""Kinds: data/kinds.yml is whole, and each publication says what its kind needs."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level
from publications.findings import SiteFindings
from publications.kinds import PATH, Kind

RULE = "kind"
_EXAMPLES = {"date": "2021-05-14", "place": "Riga", "authors": "[Jane Smith]", "number": "D2.1"}
_NO_DATE = (
    "it has no date, so it stands last in the list and in no feed. Add below the title: date: 2021-05-14"
)


def need_faults(corpus: Corpus) -> Iterator[Fault]:
    """What the front matter of an original lacks of what its kind needs."""
    for page in corpus.by_page:
        kind = corpus.project.kinds.of(page)
        original = corpus.publications.original(page)
        source = corpus.source(page, original.locale) if original and kind else None
        for key in kind.needs if kind and source and not source.problem else ():
            if source and not source.values.get(key):
                message = (
                    _NO_DATE
                    if key == "date"
                    else f"it has no {key}. Add below the title: {key}: {_EXAMPLES.get(key, '…')}"
                )
                example = _EXAMPLES.get(key, "2021-05-14" if key == "date" else "…")
                yield source.fault(1, Level.WARNING, RULE, message, better=[f"{key}: {example}"])


def kind_faults(site: SiteFindings) -> Iterator[Fault]:
    """What is wrong with data/kinds.yml, and kinds that nothing can be made of."""
    kinds = site.project.kinds
    yield from kinds.faults
    folders: dict[str, Kind] = {}
    for kind in kinds.all:
        if other := folders.get(kind.folder):
            message = f"{kind.id}: '{other.id}' has the folder {kind.folder} too. Give one of them another."
            yield Fault(PATH, kind.line, message, Level.WARNING, RULE)
        folders[kind.folder] = kind
        if not (site.project.theme_dir / "partials" / "pages" / f"{kind.template}.html").is_file():
            message = f"{kind.id}: there is no theme/partials/pages/{kind.template}.html. Make it, or take out the line."
            yield Fault(PATH, kind.line, message, Level.ERROR, RULE)
