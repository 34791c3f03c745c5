"""Makes the pictures of the guide: each screen as the second site has it, in docs-guide/docs/assets/pictures.

Run `python scripts/guide_pictures.py`; it needs the tests' browser (python -m tests.browser.chromium).
"""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import launch  # noqa: E402 (a program, run by its path)
from tests.browser.conftest import serve  # noqa: E402
from tests.desk.conftest import TOKEN, desk_of  # noqa: E402

SITE, TARGET = ROOT / "examples" / "open-harbours", ROOT / "docs-guide" / "docs" / "assets" / "pictures"
WIDTH, HEIGHT, QUALITY = 1280, 860, 78
DESK, NOT_COPIED = "newsletters/2026-11", ignore_patterns(".cache", "site")
# Name of the picture → address, what is scrolled to, and a key that is pressed.
SCREENS = {
    "home-ar": ("ar/", "", ""),
    "infographic-el": ("el/infographics/from-idea-to-result/", ".infographic-text", ""),
    "charts-el": ("el/fact-sheets/arrivals/", ".newsletter-text", ""),
    "fallback-ar": ("ar/events/open-day/", "", ""),
    "search-fi": ("fi/", "", "/"),
    "poster-ar": ("ar/leaflets/welcome/", ".poster", ""),
    "email-fi": ("fi/newsletters/2026-11/email/newsletter.html", "", ""),
    "translations-ar": ("ar/translations/", "", ""),
    "footer-fi": ("fi/", "footer", ""),
}


def picture(page: Page, target: str, key: str) -> bytes:
    """What is seen of a page, as JPEG."""
    if target:
        page.locator(target).first.scroll_into_view_if_needed()
    if key:
        page.keyboard.press(key)
        page.keyboard.type("uutiskirje")
        page.wait_for_timeout(1000)
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    made = BytesIO()
    shot.save(made, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return made.getvalue()


if __name__ == "__main__":
    subprocess.run([sys.executable, ROOT / "scripts" / "pubs.py", "build", "--project", SITE], check=True)  # noqa: S603
    TARGET.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        desk_of(copytree(SITE, Path(folder, "site"), ignore=NOT_COPIED)) as desk,
        sync_playwright() as playwright,
    ):
        page = launch(playwright).new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(f"{desk.url}/desk/fi/{DESK}?token={TOKEN}")
        page.locator(".row .text").nth(4).click()
        (TARGET / "desk-fi.jpg").write_bytes(picture(page, "", ""))
    with sync_playwright() as playwright, serve(SITE / "site") as url:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        for name, (address, target, key) in SCREENS.items():
            page.goto(f"{url}/{address}", wait_until="networkidle")
            (TARGET / f"{name}.jpg").write_bytes(picture(page, target, key))
        browser.close()
