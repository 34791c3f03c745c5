"""The memory and the glossary, out and in."""

from __future__ import annotations

from pathlib import Path

from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile

from publications.translation.glossary import read_glossary
from tests.commands.conftest import Desk
from tests.conftest import ROOT, copy_inputs

FOREIGN_TMX = """\
<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.1"><header srclang="SV" creationtool="Trados" creationtoolversion="7" segtype="sentence"
 o-tmf="TW4Win" adminlang="EN-US" datatype="rtf"/><body>
<tu><tuv lang="SV-SE"><seg>Läs <bpt i="1">{\\b </bpt>rapporten<ept i="1">}</ept> om 1 250 ton.</seg></tuv>
<tuv lang="IT-IT"><seg>Leggete il <hi>rapporto</hi> su 1.250 tonnellate.</seg></tuv></tu>
<tu><tuv lang="DE"><seg>Nein</seg></tuv><tuv lang="IT"><seg>No</seg></tuv></tu>
</body></tmx>
"""
FOREIGN_TBX = """\
<tbx type="TBX-Basic" style="dca" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="1"><langSec xml:lang="en"><termSec><term>city</term></termSec></langSec>
<langSec xml:lang="sv"><termSec><term>stad</term></termSec></langSec>
<langSec xml:lang="it"><termSec><term>città</term></termSec>
<termSec><term>borgo</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry>
<conceptEntry id="2"><langSec xml:lang="sv"><termSec><term>rapport</term></termSec></langSec>
<langSec xml:lang="it"><termSec><term>rapporto</term></termSec></langSec>
<langSec xml:lang="ro"><termSec><term>dare de seamă</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""
GLOSSARY = """\
# Ours, and nobody else's.
- term: report   # the yearly one
  sv: [rapport, rapporten]
  ro: [raport]
  # not the news
  never:
    it: [relazione]
"""


def given(desk: Desk, name: str, text: str) -> str:
    desk.write(name, text)
    return str(desk.path(name))


def test_what_is_translated_goes_out_as_a_memory_that_others_read(desk: Desk) -> None:
    desk.say("export", "ro", "--format", "tmx", "--output", str(desk.path("sent.tmx")))

    memory = tmxfile.parsefile(str(desk.path("sent.tmx")))  # type: ignore[no-untyped-call]

    assert memory.translate("Vi ses i maj i Prato.", "sv", "ro") == "Ne vedem în mai la Prato."


def test_a_translation_whose_source_has_changed_goes_out_with_what_it_was_made_of(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "Vi ses i maj i Prato.", "Vi ses i juni i Prato.")

    said = desk.say("export", "ro", "--format", "tmx", "--output", str(desk.path("sent.tmx")))

    memory = tmxfile.parsefile(str(desk.path("sent.tmx")))  # type: ignore[no-untyped-call]
    assert f"{len(memory.units)} translations" in said.stdout
    assert memory.translate("Vi ses i maj i Prato.", "sv", "ro") == "Ne vedem în mai la Prato."
    assert memory.translate("Vi ses i juni i Prato.", "sv", "ro") is None


def test_the_memory_of_others_is_kept_in_words_and_offered_with_its_file(desk: Desk) -> None:
    said = desk.say("import", given(desk, "Agency X.tmx", FOREIGN_TMX))

    assert said.exit_code == 0, said.output
    assert "Kept 1 translation in i18n/memory/agency-x.tmx." in said.stdout
    assert "Left out, since they are not in two of this project's languages: 1." in said.stdout
    started = desk.say("start", "it", "plan")
    assert "→ Leggete il rapporto su 1.250 tonnellate.\n    i18n/memory/agency-x.tmx:" in started.stdout
    before = desk.read("i18n/memory/agency-x.tmx")
    desk.say("import", str(desk.path("Agency X.tmx")))
    assert desk.read("i18n/memory/agency-x.tmx") == before


def test_the_glossary_goes_out_for_tools_that_read_tbx(tmp_path: Path) -> None:
    desk = Desk(copy_inputs(tmp_path / "project"))
    desk.say("export", "ro", "--format", "tbx", "--output", str(tmp_path / "terms.tbx"))

    terms = tbxfile.parsefile(str(tmp_path / "terms.tbx"))  # type: ignore[no-untyped-call]

    assert len(terms.units) == len(read_glossary(ROOT))


def test_our_own_terms_come_home_and_change_no_byte(tmp_path: Path) -> None:
    desk = Desk(copy_inputs(tmp_path / "project"))
    before = desk.read("data/glossary.yml")
    desk.say("export", "ro", "--format", "tbx", "--output", str(tmp_path / "terms.tbx"))

    said = desk.say("import", str(tmp_path / "terms.tbx"))

    assert said.exit_code == 0, said.output
    assert desk.read("data/glossary.yml") == before


def test_terms_of_others_are_added_and_what_contradicts_is_told_and_left(desk: Desk) -> None:
    desk.write("data/glossary.yml", GLOSSARY)

    said = desk.say("import", given(desk, "terms.tbx", FOREIGN_TBX))

    assert said.exit_code == 1
    assert "Left out: 'dare de seamă' (ro) for report, which is 'raport' here." in said.stderr
    assert desk.read("data/glossary.yml") == (
        GLOSSARY.replace("  ro: [raport]\n", "  ro: [raport]\n  it: [rapporto]\n")
        + "- term: city\n  en: [city]\n  sv: [stad]\n  it: [città]\n  never:\n    it: [borgo]\n"
    )
    assert len(read_glossary(desk.root)) == 2
