"""A copy of the project whose originals were edited after they were translated."""

from __future__ import annotations

from pathlib import Path

from publications.site.build import build_site
from tests.conftest import copy_inputs

EDITS = {
    "docs/sv/newsletters/2021-05.md": [
        ("har genomfört en ”träningsvecka”", "har nyss genomfört en ”träningsvecka”")
    ],
    "docs/en/index.md": [
        ("Would you like to help with a translation?", "Do you want to help us <translate>?")
    ],
    "docs/sv/infographics/city-strategies.md": [("status: translated", "status: reviewed")],
}


def build_behind(folder: Path, *, mark: bool = False) -> Path:
    """Make the copy, edit it, and build it; the folder of the site."""
    copy_inputs(folder)
    for name, edits in EDITS.items():
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    if mark:
        config = config.replace("mark_changed_sections: false", "mark_changed_sections: true")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8", newline="\n")
    site = folder / "site"
    build_site(folder, site)
    return site
