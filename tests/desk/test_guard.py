"""The desk answers who sits at this machine and has its address, and nobody else."""

from __future__ import annotations

import json

import pytest

from tests.desk.conftest import TOKEN, Desk

PAGE = {"page": "project.md", "locale": "ro"}


def test_the_address_that_was_printed_opens_the_desk_and_the_token_leaves_it(desk: Desk) -> None:
    status, _ = desk.request("GET", f"/desk/ro/?token={TOKEN}")
    assert status == 303
    assert desk.get("/desk/ro/")[0] == 200


@pytest.mark.parametrize("path", ["/desk/", "/desk/ro/", "/desk/ro/project", "/ro/", "/desk/static/page.js"])
def test_without_the_token_there_is_nothing_to_see(desk: Desk, path: str) -> None:
    status, told = desk.request("GET", path)
    assert status == 403
    assert "pubs desk" in told
    assert desk.request("GET", path + "?token=guessed")[0] == 403
    assert desk.request("GET", path, cookie=f"desk-{desk.port}=guessed")[0] == 403


def test_a_name_that_was_pointed_at_this_machine_gets_no_answer(desk: Desk) -> None:
    cookie = f"desk-{desk.port}={TOKEN}"
    assert desk.request("GET", "/desk/", host="evil.example", cookie=cookie)[0] == 421
    assert desk.request("GET", f"/desk/?token={TOKEN}", host=f"evil.example:{desk.port}")[0] == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example", "content_type": "application/json"},
        {"origin": "null", "content_type": "application/json"},
        {"content_type": "application/json"},
        {"origin": "http://127.0.0.1:1", "content_type": "application/json"},
        {"origin": "{own}", "content_type": "text/plain"},
        {"origin": "{own}", "content_type": "application/json", "sec_fetch_site": "cross-site"},
        {"origin": "{own}", "content_type": "application/json", "sec_fetch_site": "same-site"},
    ],
)
def test_another_page_in_the_same_browser_can_write_nothing(desk: Desk, headers: dict[str, str]) -> None:
    file = desk.root / "docs/ro/newsletters/2021-05.md"
    given = {name: value.replace("{own}", desk.url) for name, value in headers.items()}
    body = json.dumps({"page": "newsletters/2021-05.md", "locale": "ro"})
    status, _ = desk.request("POST", "/desk/do/begin", body, cookie=f"desk-{desk.port}={TOKEN}", **given)
    assert status == 403
    assert not file.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml",
        "/desk/static/../templates/page.html",
        "/desk/static/%2e%2e/%2e%2e/%2e%2e/__init__.py",
        "/mkdocs.yml",
        "/data/facts.yml",
        "/.git/config",
    ],
)
def test_nothing_outside_the_site_and_the_desk_is_served(desk: Desk, path: str) -> None:
    status, told = desk.get(path)
    assert status == 404
    assert "site_name" not in told


@pytest.mark.parametrize(
    "page", ["../../../etc/passwd", "../data/facts.yml", "/etc/passwd", "nothing.md", ""]
)
def test_a_page_that_the_project_does_not_have_is_neither_read_nor_written(desk: Desk, page: str) -> None:
    for action in ("save", "begin", "done", "check", "remove", "front", "insert"):
        told = desk.do(action, page=page, locale="ro", key="x", base="", markdown="x", value="x")
        assert "renamed or deleted this page" in told["error"]
    known = "‘en’ / ‘it’ / ‘ro’ / ‘sv’"
    assert desk.do("save", **(PAGE | {"locale": "xx"}))["error"] == f"Write {known} instead of ‘xx’."


def test_its_pages_may_load_nothing_from_elsewhere_and_stand_in_no_other_page(desk: Desk) -> None:
    from http.client import HTTPConnection  # noqa: PLC0415

    connection = HTTPConnection("127.0.0.1", desk.port)
    connection.request("GET", "/desk/ro/project", headers={"cookie": f"desk-{desk.port}={TOKEN}"})
    answer = connection.getresponse()
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert "http://" not in answer.read().decode().replace("http://www.w3.org", "")
    connection.close()


def test_what_is_no_request_of_the_desk_is_told_in_plain_words(desk: Desk) -> None:
    cookie, own = f"desk-{desk.port}={TOKEN}", {"origin": desk.url, "content_type": "application/json"}
    assert desk.request("POST", "/desk/do/nothing", "{}", cookie=cookie, **own)[0] == 409
    assert desk.request("POST", "/desk/do/save", "{", cookie=cookie, **own)[0] == 409
    assert desk.request("POST", "/desk/do/save", "[]", cookie=cookie, **own)[0] == 409
    assert (
        "a mistake in the desk itself" in desk.do("save", **PAGE, key="x", parts=[{"kind": "odd"}])["error"]
    )
