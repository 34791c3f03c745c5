"""Pictures with text: each language needs its own, and is told where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from publications.finding import find_all
from publications.findings import SiteFindings
from publications.project import load_project
from publications.status.text_pictures import MissingPicture, missing_pictures

PAGE = "newsletters/2021-05.md"


def test_a_picture_with_text_is_missing_until_the_language_has_its_own(
    changed: Callable[[Mapping[str, Mapping[str, str]]], Path],
) -> None:
    link = "![Karta](map.text.svg)\n\n![Torg](../../assets/pictures/city-strategies.svg)\n"
    root = changed({"docs/sv/newsletters/2021-05.md": {"\n## ": f"\n{link}\n## "}})
    (root / "docs/sv/newsletters/map.text.svg").write_text("<svg/>", encoding="utf-8")
    project = load_project(root)
    wanted = MissingPicture(
        PAGE, "it", "docs/it/newsletters/map.text.svg", "docs/sv/newsletters/map.text.svg"
    )

    assert of_locale(find_all(project), "it") == [wanted]
    assert of_locale(find_all(project), "sv") == []

    (root / "docs/it/newsletters").mkdir(exist_ok=True)
    (root / "docs/it/newsletters/map.text.svg").write_text("<svg/>", encoding="utf-8")
    assert of_locale(find_all(project), "it") == []


def of_locale(site: SiteFindings, locale: str) -> list[MissingPicture]:
    return [picture for picture in missing_pictures(site) if picture.locale == locale]
