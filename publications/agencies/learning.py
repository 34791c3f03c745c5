"""Learning: a memory or a glossary of others, taken into the project's own files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from publications.agencies import tbx, tmx
from publications.agencies.terms import Contradiction, with_terms
from publications.project import Project
from publications.status.following import only_writer
from publications.translation.glossary import GLOSSARY, read_glossary
from publications.translation.memory_files import FOLDER
from publications.writing import write_text

_HEAD = "# The project's terms, and every form they take in each language.\n"


@dataclass(frozen=True, slots=True)
class LearnedMemory:
    """file: of the project; new: entries that it lacked; known: that it had; others: in none of two of its languages."""

    file: str
    new: int
    known: int
    others: int


@dataclass(frozen=True, slots=True)
class LearnedTerms:
    """file: of the project; terms, languages: what came; contradictions: what was left."""

    file: str
    terms: int
    languages: int
    contradictions: tuple[Contradiction, ...]


def learn_memory(project: Project, data: bytes, name: str, *, dry_run: bool = False) -> LearnedMemory:
    """Keep a TMX in `i18n/memory/<name>.tmx`; what that one has already stays. A ValueError for no XML."""
    found, others = tmx.read(data, project.codes)
    file = f"{FOLDER}/{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-') or 'memory'}.tmx"
    path = project.root / file
    with only_writer(project.root):
        before = tmx.read(path.read_bytes(), project.codes)[0] if path.is_file() else ()
        had = {tuple(entry.texts.items()) for entry in before}
        new = [entry for entry in found if tuple(entry.texts.items()) not in had]
        if new and not dry_run:
            write_text(path, tmx.write_entries((*before, *new)).decode())
    return LearnedMemory(file, len(new), len(found) - len(new), others)


def learn_terms(project: Project, data: bytes, *, dry_run: bool = False) -> LearnedTerms:
    """Add the terms of a TBX to the glossary. A ValueError for no XML."""
    concepts = tbx.read(data, project.codes)
    path: Path = project.root / GLOSSARY
    with only_writer(project.root):
        text = path.read_bytes().decode() if path.is_file() else _HEAD
        new = with_terms(text, read_glossary(project.root), concepts)
        if new.text != text and (new.terms or new.languages) and not dry_run:
            write_text(path, new.text)
    return LearnedTerms(GLOSSARY, new.terms, new.languages, new.contradictions)
