"""Whatever happens at once, and whatever goes wrong, no word is lost that somebody was told is saved.

`PUBS_INTERLEAVINGS=5000 PUBS_KILLS=100 pytest tests/desk/test_no_word_lost.py` looks longer.
"""

from __future__ import annotations

import html
import json
import os
import random
import re
import resource
import select
import socket
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import PUBS
from tests.desk.conftest import Desk, desk_of
from tests.desk.people import OWN, PAGE, People, words_in

INTERLEAVINGS = int(os.environ.get("PUBS_INTERLEAVINGS", "200"))
KILLS = int(os.environ.get("PUBS_KILLS", "4"))
ACTS = ("look", "type", "type", "type", "take_out", "join", "insert", "edit", "edit", "delete", "command")
acts = st.tuples(st.sampled_from(ACTS), st.integers(0, 2), st.integers(0, 60), st.integers(0, 60))
ROW = re.compile(r'data-key="([^"]+)".*?data-markdown="([^"]*)"', re.DOTALL)
PLACE = {"page": PAGE, "locale": OWN}
FIRST = "Ne vedem în mai la Prato, și toată lumea este binevenită."


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> People:
    return People.at(tmp_path_factory.mktemp("desk") / "project")


@pytest.fixture
def people(tmp_path: Path) -> People:
    made = People.at(tmp_path / "project")
    made.start()
    return made


@settings(max_examples=INTERLEAVINGS, deadline=None, derandomize=True, database=None)
@given(st.lists(acts, min_size=4, max_size=14))
def test_of_two_windows_an_editor_and_commands_nobody_loses_a_word(
    crowd: People, day: list[tuple[str, int, int, int]]
) -> None:
    crowd.start()
    for act, who, which, how in day:
        getattr(crowd, act)(who, which, how)
        crowd.look_after()


def test_two_browsers_that_save_at_the_same_moment_both_find_all_their_words(people: People) -> None:
    with desk_of(people.root) as desk, ThreadPoolExecutor(2) as threads:
        at_once = Barrier(2)
        told = [threads.submit(adds_words, desk, name, at_once) for name in (1, 2)]
        saved = [word for one in told for word in one.result()]
    assert len(saved) == len(set(saved)) == 24
    assert words_in(people.files()[OWN]) == set(saved)


def adds_words(desk: Desk, name: int, at_once: Barrier) -> list[str]:
    """One browser: it looks now and then, and writes a word behind a part each time; what it was told is saved."""
    chance, saved = random.Random(name), []
    shown: dict[str, str] = {}
    for number in range(12):
        if number % 4 == 0:
            shown = rows_of(desk)
        key, word = chance.choice(sorted(shown)), f"q{name}{number:03}z"
        at_once.wait(20)
        answer = {"outcome": "conflict", "now": shown[key]}
        while answer["outcome"] == "conflict":
            base = answer["now"]
            answer = desk.do("save", **PLACE, key=key, base=base, markdown=f"{base} {word}".strip())
        shown[key] = answer["markdown"]
        saved.append(word)
    return saved


def rows_of(desk: Desk) -> dict[str, str]:
    """Key and Markdown of each part, but those in a table, as the page of the desk has them."""
    _, told = desk.get("/desk/ro/plan?rows")
    found = ((key, html.unescape(markdown)) for key, markdown in ROW.findall(told))
    return {key: markdown for key, markdown in found if "|" not in markdown and markdown}


@dataclass
class Running:
    """A desk that `pubs desk` has started in a process of its own."""

    process: subprocess.Popen[str]
    port: int
    cookie: str

    def begin(self, action: str, **values: object) -> HTTPConnection:
        """Sends a request, and does not wait for its answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"cookie": self.cookie, "origin": f"http://127.0.0.1:{self.port}"}
        headers |= {"content-type": "application/json", "accept-language": "en"}
        connection.request("POST", f"/desk/do/{action}", json.dumps(PLACE | values), headers)
        return connection

    def do(self, action: str, **values: object) -> tuple[int, dict[str, Any]]:
        answer = self.begin(action, **values).getresponse()
        return answer.status, json.loads(answer.read())


@contextmanager
def running(root: Path) -> Iterator[Running]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    command = [PUBS, "desk", "--no-open", "--port", str(port)]
    process = subprocess.Popen(
        [*map(str, command), "--project", str(root)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        told = process.stdout.readline()
        opened = HTTPConnection("127.0.0.1", port, timeout=20)
        until(opened.connect)
        opened.request("GET", told.split(str(port))[1].strip())
        cookie = opened.getresponse().headers["set-cookie"].partition(";")[0]
        yield Running(process, port, cookie)
    finally:
        process.kill()
        process.communicate()


def until(works: Callable[[], object]) -> None:
    """The door is opened before the address is printed, but for the moment that listening takes."""
    for _ in range(200):
        with suppress(ConnectionRefusedError):
            works()
            return
        select.select([], [], [], 0.02)
    pytest.fail("The desk did not answer.")


def test_whenever_the_desk_is_killed_the_file_is_whole_and_the_next_start_clears_up(people: People) -> None:
    chance, text, file = random.Random(11), FIRST, people.path(OWN)
    whole = file.read_text(encoding="utf-8")
    for kill in range(KILLS):
        with running(people.root) as desk:
            key = next(row for row, markdown in known_rows(people) if markdown == text)
            for number in range(chance.randrange(1, 4)):
                new = f"{FIRST} q{kill}{number}z " + "cuvânt " * 400
                assert desk.do("save", key=key, base=text, markdown=new)[0] == 200
                text = new.strip()
            asked = desk.begin("save", key=key, base=text, markdown=f"{FIRST} q{kill}9z")
            select.select([asked.sock], [], [], chance.random() * 0.06)
            desk.process.kill()
            desk.process.wait()
        found = file.read_text(encoding="utf-8")
        kept = [one for one in (text, f"{FIRST} q{kill}9z") if found == whole.replace(FIRST, one)]
        assert kept, found
        text = kept[0]
    with running(people.root) as desk:
        assert [path.name for path in (people.root / "docs").rglob(".*")] == []
        assert desk.do("save", key=key, base=text, markdown=FIRST)[0] == 200
    assert file.read_text(encoding="utf-8") == whole


def known_rows(people: People) -> list[tuple[str, str]]:
    people.look(0, 0, 0)
    return people.windows["0"].shown


def test_a_full_disk_is_told_in_plain_words_and_costs_nothing(people: People) -> None:
    """A limit on the size of files makes writing fail as a full disk does."""
    key = next(row for row, markdown in known_rows(people) if markdown == FIRST)
    before, started = people.files(), files_of(people.root)
    with running(people.root) as desk:
        assert desk.do("save", key=key, base=FIRST, markdown="q1z")[0] == 200
        at_first = people.files()
        usual = resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE, (16, resource.RLIM_INFINITY))
        tried = {
            "save": {"key": key, "base": "q1z", "markdown": "q2z"},
            "undo": {},
            "front": {"key": "alt", "value": "Un desen"},
            "begin": {"page": "index.md"},
            "new": {"kind": "newsletter", "name": "2021-06", "title": "Iunie"},
        }
        for action, values in tried.items():
            status, told = desk.do(action, **values)
            assert status == 507, (action, told)
            assert "no room left on the disk" in told["error"]
            assert people.files() == at_first
        assert files_of(people.root) == started
        resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE, usual)
        assert desk.do("save", key=key, base="q1z", markdown="q2z")[0] == 200
        assert "q2z" in people.files()[OWN]
        for _ in range(2):
            assert desk.do("undo")[0] == 200
    assert people.files() == before


def files_of(root: Path) -> set[str]:
    paths = (path for name in ("docs", "i18n") for path in (root / name).rglob("*"))
    return {str(path) for path in paths if path.is_file()}
