"""The schema that explains a layout to an editor's tools says what the build understands."""

from __future__ import annotations

import json

from publications.layers import DEFAULTS
from publications.layouts.components import component_names
from publications.layouts.layout import Colour, Paper, Width

SCHEMA = json.loads((DEFAULTS / "schema" / "infographic.json").read_text(encoding="utf-8"))


def test_the_schema_knows_every_component_and_describes_it() -> None:
    component = SCHEMA["definitions"]["section"]["properties"]["component"]

    assert sorted(component["examples"]) == list(component_names(DEFAULTS / "theme"))
    assert all(f"{name}:" in component["description"] for name in component["examples"])


def test_the_schema_knows_the_papers_widths_and_colours() -> None:
    section = SCHEMA["definitions"]["section"]["properties"]

    assert SCHEMA["properties"]["paper"]["enum"] == list(Paper)
    assert section["width"]["enum"] == list(Width)
    assert SCHEMA["definitions"]["colour"]["enum"] == list(Colour)
