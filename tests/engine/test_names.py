"""The engine is anybody's: nothing of the site that it was first made for stands in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from publications import kinds
from publications.catalogs import read_shipped
from publications.checks.msgids import msgid_uses
from publications.facts.partner import read_partners
from publications.identity import identity
from publications.identity.palette import palette
from publications.project import load_project
from publications.site.content import BOXES
from tests.conftest import ROOT

ENGINE = ROOT / "publications"
TEXTS = frozenset(
    {".py", ".html", ".css", ".js", ".typ", ".svg", ".yml", ".json", ".md", ".po", ".mjml", ".xml", ".txt"}
)


def texts() -> Iterator[tuple[Path, str]]:
    for file in sorted(ENGINE.rglob("*")):
        if file.suffix in TEXTS and "__pycache__" not in file.parts:
            yield file, file.read_text(encoding="utf-8")


def test_no_file_of_the_engine_names_the_first_site_its_grant_or_its_partners() -> None:
    partners, _ = read_partners(ROOT)
    assert len(partners) > 10
    names = [
        r"\bEPI\b",
        r"\bepi-",
        "European Pact",
        "863614",
        *(re.escape(partner.name) for partner in partners if len(partner.name) > 6),
    ]
    pattern = re.compile("|".join(names))

    found = {
        f"{file.relative_to(ROOT)}: {match.group()}"
        for file, text in texts()
        for match in pattern.finditer(text)
    }

    assert found == set()


def test_the_first_sites_own_pictures_stand_in_no_theme_but_its_own() -> None:
    own = {file.relative_to(ROOT / "theme") for file in (ROOT / "theme").rglob("*") if file.is_file()}
    assert own == {Path("assets/images/mosaic.svg")}
    shipped = (ENGINE / "defaults/theme/assets/images/mosaic.svg").read_text(encoding="utf-8")
    assert shipped != (ROOT / "theme/assets/images/mosaic.svg").read_text(encoding="utf-8")


def test_another_site_has_other_colours() -> None:
    ours, theirs = palette(load_project(ROOT)), palette(load_project(ROOT / "examples/open-harbours"))

    assert {name for name in ours if ours[name] != theirs[name]} >= {
        "night",
        "link",
        "petrol",
        "marigold",
        "coral",
    }


def test_editors_tools_explain_exactly_the_keys_of_identity_and_kinds() -> None:
    schema = {
        name: json.loads((ENGINE / f"defaults/schema/{name}.json").read_text("utf-8"))
        for name in ("identity", "kinds")
    }
    funder = schema["identity"]["properties"]["funders"]["items"]["properties"]
    (kind,) = schema["kinds"]["patternProperties"].values()

    assert set(schema["identity"]["properties"]) == set(identity.KEYS)
    assert set(funder) == set(identity.FUNDER_KEYS)
    assert set(schema["identity"]["properties"]["colours"]["propertyNames"]["enum"]) == {
        "brand",
        *palette(load_project(ROOT)),
    }
    assert set(kind["properties"]) == kinds.REQUIRED | kinds.OPTIONAL
    assert kind["properties"]["shows"]["items"]["enum"] == list(kinds.SHOWN)
    assert kind["properties"]["outputs"]["items"]["enum"] == list(kinds.Output)


def test_every_text_of_the_engines_catalogs_is_used() -> None:
    uses, _ = msgid_uses(load_project(ROOT))
    kinds_of_all = {
        word for kind in load_project(ROOT).kinds.all for word in (*kind.name.values(), *kind.one.values())
    }
    boxes = set(BOXES.values())
    menus = {"Home", "The project", "Accessibility", "Privacy"}

    assert set(read_shipped("en").messages) - uses.keys() - kinds_of_all - menus - boxes == set()
