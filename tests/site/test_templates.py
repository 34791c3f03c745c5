"""What a template was compiled to is kept, and never outlives what the template says."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from publications.templates import templates


def test_a_template_that_was_edited_or_whose_compiled_form_was_spoilt_is_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    page = tmp_path / "page.html"

    def shown() -> str:
        return templates(tmp_path).get_template("page.html").render(fruit="a & b")

    page.write_text("<p>{{ fruit }}", encoding="utf-8")
    assert shown() == "<p>a &amp; b"
    (compiled,) = tmp_path.rglob("*.jinja")
    kept = compiled.read_bytes()
    for spoilt in (b"", kept[:-9], kept[:99] + b"?" + kept[100:]):
        compiled.write_bytes(spoilt)
        assert shown() == "<p>a &amp; b"
    page.write_text("<b>{{ fruit }}", encoding="utf-8")
    assert shown() == "<b>a &amp; b"


def test_where_nothing_can_be_kept_a_template_is_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    (tmp_path / "page.html").write_text("{{ fruit }}", encoding="utf-8")

    assert templates(tmp_path).get_template("page.html").render(fruit="a") == "a"
