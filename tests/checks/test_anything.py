"""Whatever somebody saves in a file, the checks answer with faults and never with an exception."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from publications.catalogs import catalog_path
from publications.checks import PAGE_CHECKS
from publications.checks.corpus import Corpus, read_corpus
from publications.faults import Fault
from publications.finding import check_root
from publications.project import CONFIG
from publications.reading.source_page import source_page
from tests.checks.conftest import write_files, write_project

# Pieces that mean something to YAML, Markdown or HTML, so that chance hits on more than words.
PIECES = st.sampled_from(
    [
        "--- ",
        "...",
        "\n",
        "title: ",
        "translation: ",
        "source: ",
        "ro",
        "status: ",
        "date: 2021-02-30",
        "picture: ",
        "translate: ",
        "*a",
        "&a ",
        "{",
        "}",
        "[",
        "]",
        "](",
        ")",
        "[a][b]",
        "[^1]",
        "[^1]: x",
        "[b]: y.md",
        "# ",
        "## ",
        "===",
        "<<<<<<< ",
        ">>>>>>> x",
        "{ #id }",
        "{{ fact }}",
        "<!--",
        "-->",
        "<![",
        "<a href='",
        "'>",
        "<div markdown>",
        "</div>",
        "```",
        "    ",
        "\t",
        "- ",
        "1. ",
        "> ",
        "!!! note",
        "/// chart ",
        "///",
        "$",
        "%",
        "http://[",
        "//",
        "../",
        "/sv/",
        "\\",
        ".md",
        "å",
        "ş",
        "\x00",
        "\r",
        "\ufeff",
        "\u2028",
        "0x_",
        "!!python/name:os",
        "? ",
        ": ",
        "<<: x",
        "~",
        "yes",
        "9999999",
        "",
        " a ",
        " b ",
        "",
        "---",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))
BYTES = st.one_of(
    st.binary(max_size=200),
    TEXTS.map(lambda text: text.encode("utf-8", "replace")),
    TEXTS.map(lambda text: text.encode("utf-16", "replace")),
    TEXTS.map(lambda text: f"---\ntitle: {text}\n---\n\n# A\n\n{text}".encode("utf-8", "replace")),
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return read_corpus(write_project(tmp_path_factory.mktemp("anything") / "project", {}))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=BYTES)
@example(data=b"<a href=''>")
def test_any_page(corpus: Corpus, data: bytes) -> None:
    file = corpus.project.docs_dir / "ro" / "project.md"
    page = source_page(data, file, "ro", "project.md")
    changed = replace(corpus, pages=(*corpus.pages, page))

    assert all(isinstance(fault, Fault) for check in PAGE_CHECKS for fault in check(changed))


@pytest.mark.parametrize("name", [CONFIG, catalog_path("ro"), "theme/main.html"])
@settings(max_examples=25, deadline=None)
@given(data=BYTES)
def test_any_other_file(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        write_project(root, {})
        write_files(root, {name: data})

        assert all(isinstance(fault, Fault) for fault in check_root(root))
