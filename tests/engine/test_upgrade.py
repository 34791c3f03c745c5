"""`pubs upgrade`: a site made with an older engine is brought up to the newer one, and nothing of its own is lost."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import own_file, pubs
from tests.engine.conftest import copy_example


def test_a_site_of_today_has_nothing_to_do(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "site")

    done = pubs("upgrade", cwd=root)

    assert done.returncode == 0, done.stderr
    assert "Nothing to do" in done.stdout


def test_settings_that_have_moved_are_moved_and_a_dry_run_changes_nothing(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "site")
    (root / "data/identity.yml").unlink()
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("extra:\n", 'extra:\n  email: us@harbours.example\n  grant_agreement: "123"\n'),
        encoding="utf-8",
    )
    facts = root / "data/facts.yml"
    facts.write_text(
        facts.read_text("utf-8").replace("$schema=../.cache/schema/", "$schema=schema/"), encoding="utf-8"
    )
    (root / "hooks/pages.py").write_text("def on_env(env): return env\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    tried = pubs("upgrade", "--dry-run", cwd=root)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    done = pubs("upgrade", cwd=root)

    for path in ("data/identity.yml", "mkdocs.yml", "data/facts.yml", "hooks/pages.py"):
        assert f"Would change {path}." in tried.stdout
        assert f"Changed {path}." in done.stdout
    assert config.read_text(encoding="utf-8") == text
    identity = (root / "data/identity.yml").read_text(encoding="utf-8")
    assert "contact: us@harbours.example" in identity
    assert 'agreement: "123"' in identity
    assert facts.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=../.cache/schema/facts.json"
    )
    assert pubs("build", cwd=root).returncode == 0
    assert "Nothing to do" in pubs("upgrade", cwd=root).stdout


def test_a_template_whose_original_has_changed_is_named(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "site")
    own_file(root, "theme/partials/byline.html")
    assert pubs("upgrade", cwd=root).returncode == 0
    state = root / ".pubs.json"
    known = json.loads(state.read_text(encoding="utf-8"))
    assert list(known["theme"]) == ["partials/byline.html"]
    known["theme"]["partials/byline.html"] = "as it was in an older engine"
    state.write_text(json.dumps(known), encoding="utf-8")

    said = pubs("upgrade", "--dry-run", cwd=root)

    assert "theme/partials/byline.html" in said.stderr + said.stdout
    assert "lies over the engine's file of that name, which has changed" in said.stderr + said.stdout
