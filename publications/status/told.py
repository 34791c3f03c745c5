"""The statuses as one object for other programs: `pubs status --json`, and `status.json` on the site."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from publications.status.coverage import coverage_of, words_to_do
from publications.status.statuses import Statuses
from publications.status.text_pictures import MissingPicture
from publications.translation.status import PageStatus, State, TranslationStatus


def told(statuses: Statuses, pictures: Iterable[MissingPicture]) -> dict[str, object]:
    """locales, pages with their translations, pictures that are missing, and coverage from 0 to 1 by locale."""
    coverages = {locale: coverage_of(statuses, locale) for locale in statuses.locales}
    return {
        "locales": list(statuses.locales),
        "pages": [_page(status) for status in statuses.pages],
        "pictures": [{"state": State.MISSING, **asdict(picture)} for picture in pictures],
        "coverage": {
            locale: {
                "pages": round(coverage.of_pages, 4),
                "words": round(coverage.of_words, 4),
                "words_to_do": coverage.to_do,
            }
            for locale, coverage in coverages.items()
        },
    }


def told_as_json(statuses: Statuses, pictures: Iterable[MissingPicture]) -> str:
    """The same as text, with its letters as they are."""
    return json.dumps(told(statuses, pictures), ensure_ascii=False, indent=2) + "\n"


def _page(status: PageStatus) -> dict[str, object]:
    return {
        "page": status.page,
        "original": status.original,
        "version": status.version,
        "blocks": status.blocks,
        "words": status.words,
        "translations": {locale: _translation(status, own) for locale, own in status.translations.items()},
    }


def _translation(page: PageStatus, own: TranslationStatus) -> dict[str, object]:
    if own.state in (State.MISSING, State.EXCLUDED):
        return {"state": own.state, "words_to_do": words_to_do(page, own)}
    return {
        "state": own.state,
        "source": own.source,
        "status": own.status,
        "version": own.version,
        "current_version": own.current_version,
        "blocks": own.blocks,
        "blocks_to_do": own.blocks_to_do,
        "words_to_do": words_to_do(page, own),
        "has_diff": own.has_diff,
        "changes": [asdict(change) for change in own.changes],
        "gaps": [asdict(gap) for gap in own.gaps],
    }
