"""The browser of the tests: the machine's own, or one that this module installs.

`python -m tests.browser.chromium` makes sure that there is one, or says how to get it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

NAMES = (
    "chromium-headless-shell",  # has no windows to draw, and takes half the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
MAC_APPS: tuple[str, ...] = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_PROGRAMS: tuple[str, ...] = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
# The popups of the address bar are two pages that every window loads, and cost more than the page itself.
# This list takes the place of Playwright's own, which is why those of it that matter here are named again.
NOT_NEEDED = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
ARGUMENTS = (
    "--no-sandbox",  # the sandbox cannot be had in containers; only the site itself is visited
    "--disable-background-networking",
    "--disable-features=" + ",".join(NOT_NEEDED),
)
HOW_TO_GET_ONE = f"""\
The tests need a Chromium browser, and none could be started. One of these brings it:
  Debian:          sudo apt-get install chromium-headless-shell
  Ubuntu:          {sys.executable} -m playwright install --with-deps chromium
  macOS, Windows:  {sys.executable} -m playwright install chromium
  or say where it is: PUBS_BROWSER=/path/to/chrome"""


class NoBrowserError(Exception):
    """No browser can be started; the message says how to get one."""


def launch(playwright: Playwright) -> Browser:
    """Start the browser that PUBS_BROWSER names, else the machine's, else Playwright's own."""
    reasons = []
    for path in _candidates():
        try:
            return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        except PlaywrightError as error:
            reasons.append(f"{path or 'Playwright’s own'}: {error.message.strip().splitlines()[0]}")
    raise NoBrowserError("\n".join((HOW_TO_GET_ONE, "", "Tried:", *reasons)))


def _candidates() -> Iterator[Path | None]:
    """Where a browser may be; None stands for the one that Playwright keeps."""
    named = os.environ.get("PUBS_BROWSER")
    if named:
        yield Path(named)
        return
    yield from (Path(found) for found in map(shutil.which, NAMES) if found)
    programs = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
    folders = [(Path("/Applications"), MAC_APPS), (Path.home() / "Applications", MAC_APPS)]
    folders += [(Path(folder), WINDOWS_PROGRAMS) for folder in programs if folder]
    yield from (
        folder / program for folder, names in folders for program in names if (folder / program).exists()
    )
    yield None


def _install() -> None:
    """Debian's package where we may install one, else Playwright's own."""
    if sys.platform == "linux" and shutil.which("apt-get") and os.geteuid() == 0:
        _try("apt-get", "update", "-qq")
        for package in NAMES[:2]:
            if _try("apt-get", "install", "-qq", "-y", "--no-install-recommends", package) and _starts():
                return
    _try(sys.executable, "-m", "playwright", "install", "chromium")


def _try(*command: str) -> bool:
    print("$", *command, flush=True)  # noqa: T201 (a command that installs says so)
    return subprocess.run(command, check=False).returncode == 0


def _starts() -> bool:
    try:
        _start()
    except NoBrowserError:
        return False
    return True


def _start() -> None:
    with sync_playwright() as playwright:
        launch(playwright).close()


def main() -> None:
    """Make sure that a browser can be started; exits with a message when none can be had."""
    if not _starts() and not os.environ.get("PUBS_BROWSER"):
        _install()
    try:
        _start()
    except NoBrowserError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
