"""A page may load and run what its policy names, and the site needs nothing else."""

from __future__ import annotations

import html
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import serve


def pages(site: Path) -> list[tuple[str, str]]:
    return [
        (path.relative_to(site).as_posix(), path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
        if path.parent.name != "email"  # mail programs know no policy, and styles stand within the elements
    ]


def policy_of(page: str) -> str:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert found
    return html.unescape(found[1])


def test_every_page_has_the_policy_before_anything_that_it_loads(built_site: Path) -> None:
    for name, page in pages(built_site):
        assert "default-src 'none'" in policy_of(page), name
        assert "unsafe-inline" not in policy_of(page)
        assert page.index("Content-Security-Policy") < min(page.index(tag) for tag in ("<link", "<script"))


def test_no_page_has_a_style_of_its_own_or_a_script_that_its_policy_does_not_name(built_site: Path) -> None:
    for name, page in pages(built_site):
        tags = re.findall(r"<[a-z][^>]*>", page)
        assert [tag for tag in tags if re.search(r"\s(style|on[a-z]+)=", tag)] == [], name
        assert "<style" not in page
        for script in re.findall(r"<script>(.*?)</script>", page, re.DOTALL):
            assert b64encode(sha256(script.encode()).digest()).decode() in policy_of(page)


def test_servers_are_handed_the_policy_as_a_header(built_site: Path) -> None:
    netlify = (built_site / "_headers").read_text(encoding="utf-8")
    nginx = (built_site / "nginx-headers.conf").read_text(encoding="utf-8")
    policy = policy_of((built_site / "index.html").read_text(encoding="utf-8"))

    assert f"  Content-Security-Policy: {policy}; frame-ancestors 'none'\n" in netlify
    assert f"add_header Content-Security-Policy \"{policy}; frame-ancestors 'none'\" always;\n" in nginx
    assert "X-Content-Type-Options: nosniff" in netlify


@pytest.mark.parametrize("attack", ["img", "style", "script"])
def test_what_a_page_does_not_name_is_refused_by_the_browser(
    browser: Browser, built_site: Path, attack: str
) -> None:
    tries = {
        "img": "document.body.append(Object.assign(new Image, {src: 'http://127.0.0.1:9/x.png'}))",
        "style": "document.body.setAttribute('style', 'opacity: 0')",
        "script": "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')",
    }
    with serve(built_site) as url:
        page = browser.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        page.goto(f"{url}/sv/")
        page.evaluate(tries[attack])
        page.wait_for_timeout(200)

        assert any("Content Security Policy" in text for text in refused)
        assert page.evaluate("[window.ran, getComputedStyle(document.body).opacity]") == [None, "1"]
        page.close()
