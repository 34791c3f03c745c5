"""Pictures keep their room, so that nothing moves when they arrive."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from publications.finding import check_root
from tests.conftest import pubs
from tests.site.small_site import SmallSite


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    site = SmallSite.make(tmp_path_factory.mktemp("pictures") / "project")
    pictures = site.root / "docs" / "assets" / "pictures"
    Image.new("RGB", (64, 48)).save(pictures / "photo.png")
    Image.new("RGB", (20, 10)).save(site.root / "docs" / "en" / "newsletters" / "map.text.png")
    (pictures / "drawing.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"/>', encoding="utf-8"
    )
    (pictures / "broken.png").write_bytes(b"\x89PNG")
    folder = "../../assets/pictures"
    site.change(
        "docs/en/newsletters/first.md",
        r"\Z",
        f"\n![a]({folder}/photo.png) ![b]({folder}/photo.png){{ width=32 }} ![c]({folder}/drawing.svg) "
        f"![d](map.text.png) ![e]({folder}/broken.png)\n",
    )
    assert pubs("build", "--project", site.root).returncode == 0
    html = (site.root / "site" / "en" / "newsletters" / "first" / "index.html").read_text(encoding="utf-8")
    return BeautifulSoup(html, "html5lib")


@pytest.mark.parametrize(
    ("alt", "width", "height"),
    [("a", "64", "48"), ("b", "32", "24"), ("c", "640", "360"), ("d", "20", "10"), ("e", None, None)],
)
def test_a_picture_has_the_room_it_will_need(
    page: BeautifulSoup, alt: str, width: str | None, height: str | None
) -> None:
    picture = page.select_one(f'img[alt="{alt}"]')

    assert picture is not None
    assert (picture.get("width"), picture.get("height")) == (width, height)
    assert picture["loading"] == "lazy"


def test_a_photograph_that_is_too_large_is_shown_smaller_and_its_editor_told(tmp_path: Path) -> None:
    site = SmallSite.make(tmp_path / "site")
    photograph = site.root / "docs/assets/pictures/square.jpg"
    Image.effect_noise((4200, 2100), 80).convert("RGB").save(photograph, quality=95)
    small = site.root / "docs/assets/pictures/door.png"
    Image.new("RGB", (800, 400), "#14776c").save(small)
    text = "---\ntitle: Torget\nsummary: Om torget.\npicture: ../assets/pictures/square.jpg\nalt: Torget.\n---\n\n"
    pictures = "![Torget](../assets/pictures/square.jpg) ![Dörren](../assets/pictures/door.png)"
    site.write("docs/sv/square.md", f"{text}# Torget\n\n{pictures}\n")

    done = pubs("build", cwd=site.root)

    assert done.returncode == 0, done.stderr
    html = site.read("site/sv/square/index.html") or ""
    sources = re.findall(r'<img[^>]* src="([^"]*)"', html)
    assert "../../assets/pictures/door.png" in sources
    assert {name for name in sources if "square" in name} == {"../../assets/pictures/square.jpg.webp"}
    assert 'width="4200" height="2100"' in html
    with Image.open(site.root / "site/assets/pictures/square.jpg.webp") as made:
        assert (made.format, made.size) == ("WEBP", (2000, 1000))
    told = [str(fault) for fault in check_root(site.root) if fault.rule == "large-picture"]
    assert len(told) == 1
    assert told[0].startswith("docs/assets/pictures/square.jpg: the picture is larger than any screen")
