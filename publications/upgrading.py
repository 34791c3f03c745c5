"""Upgrading: what a newer engine changed that concerns a site, and the site's files as they should be now."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from publications.faults import Fault, Level
from publications.layers import DEFAULTS
from publications.project import CONFIG
from publications.reading.front_edit import quoted
from publications.starter.starter import engine_hooks, hook_text
from publications.store import digest

STATE = ".pubs.json"
"""What the site was last upgraded to: the engine's version, and its files that the site's own lie over."""
PACKAGE = "project-publications"

_SCHEMA = re.compile(r"\A(# yaml-language-server: \$schema=)((?:\.\./)*)schema/")
_PIN = re.compile(rf"(?m)^{PACKAGE}==\S+$")
_OLD_SETTING = re.compile(r"(?m)^  (email|grant_agreement):[ \t]*[\"']?([^\n\"'#]*?)[\"']?[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What there is to do. changed: path → text, of what is mechanical; told: what only people can decide."""

    changed: Mapping[str, str] = field(default_factory=dict)
    told: tuple[Fault, ...] = ()


def upgrade_of(root: Path) -> Upgrade:
    """Compare a site with the engine that is installed."""
    return Upgrade(dict(_changed(root)), tuple(_told(root)))


def state_text(root: Path) -> str:
    """The file that remembers what a site was upgraded to."""
    return (
        json.dumps({"engine": version(PACKAGE), "theme": dict(_laid_over(root))}, indent=2, sort_keys=True)
        + "\n"
    )


def _changed(root: Path) -> Iterator[tuple[str, str]]:
    for hook in engine_hooks():
        name, wanted = f"hooks/{hook.name}", hook_text(hook)
        if _text(root, name) != wanted:
            yield name, wanted
    for file in sorted((root / "data").rglob("*.yml")):
        text = file.read_text(encoding="utf-8")
        now = _SCHEMA.sub(r"\g<1>../\g<2>.cache/schema/", text)
        if now != text:
            yield file.relative_to(root).as_posix(), now
    pinned = _text(root, "requirements.txt")
    now = _PIN.sub(f"{PACKAGE}=={version(PACKAGE)}", pinned)
    if now != pinned:
        yield "requirements.txt", now
    if _text(root, STATE) != (state := state_text(root)):
        yield STATE, state
    yield from _identity(root)


def _identity(root: Path) -> Iterator[tuple[str, str]]:
    """Contact and grant agreement move from mkdocs.yml to data/identity.yml, where a site has none yet."""
    config = _text(root, CONFIG)
    old = {found[1]: found[2].strip() for found in _OLD_SETTING.finditer(config)}
    if not old or (root / "data" / "identity.yml").is_file():
        return
    name = re.search(r"(?m)^site_name:[ \t]*(.+?)[ \t]*$", config)
    lines = [f"name: {name[1] if name else quoted('…')}"]
    lines += [f"contact: {old['email']}"] if old.get("email") else []
    if agreement := old.get("grant_agreement"):
        lines += ["funders:", "  - name: European Union", f"    agreement: {quoted(agreement)}"]
    head = "# yaml-language-server: $schema=../.cache/schema/identity.json\n\n"
    yield "data/identity.yml", head + "\n".join(lines) + "\n"
    yield CONFIG, _OLD_SETTING.sub("", config)


def _told(root: Path) -> Iterator[Fault]:
    try:
        known = json.loads(_text(root, STATE) or "{}")
    except ValueError:
        known = {}
    seen = known.get("theme", {}) if isinstance(known, dict) else {}
    for name, mark in _laid_over(root):
        if name in seen and seen[name] != mark:
            message = f"lies over the engine's file of that name, which has changed. Compare it with {DEFAULTS / 'theme' / name}"
            yield Fault(f"theme/{name}", 0, message, Level.WARNING, "upgrade")
    if (root / "data" / "schema").is_dir():
        message = "is no longer read: the engine puts its schemas into .cache/schema. Delete the folder."
        yield Fault("data/schema", 0, message, Level.WARNING, "upgrade")


def _laid_over(root: Path) -> Iterator[tuple[str, str]]:
    """The engine's files that the site has its own of, with a fingerprint of each."""
    for file in sorted((root / "theme").rglob("*")):
        shipped = DEFAULTS / "theme" / file.relative_to(root / "theme")
        if file.is_file() and shipped.is_file():
            yield file.relative_to(root / "theme").as_posix(), digest(shipped.read_bytes())


def _text(root: Path, name: str) -> str:
    path = root / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""
