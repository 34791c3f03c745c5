"""XLIFF in the hands of tools: valid by the schemas of OASIS, shown in OmegaT, and with what was translated before."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]

from publications.status.reading import read_page_status
from tests.agencies.italian import ITALIAN, PAGE
from tests.commands.conftest import Desk
from tests.conftest import copy_inputs

SCHEMAS = Path(__file__).parent / "schemas"
VERSIONS = {"1.2": "xliff-core-1.2-strict.xsd", "2.1": "xliff-core-2.0.xsd"}
OLD, NEW = "Vi ses i maj i Prato.", "Vi ses i juni i Prato."
MEMORY = """\
<tmx version="1.4"><header srclang="*all*"/><body>
<tu><tuv xml:lang="sv"><seg>Vi ses i maj i Prato.</seg></tuv><tuv xml:lang="it"><seg>A maggio a Prato.</seg></tuv></tu>
</body></tmx>
"""


class Schemas(etree.Resolver):  # type: ignore[misc]
    """Gives what a schema imports from the same folder."""

    def resolve(self, url: str, _id: str, context: object) -> object:
        return self.resolve_filename(str(SCHEMAS / url.rpartition("/")[2]), context)


def faults(file: Path, version: str) -> list[str]:
    parser = etree.XMLParser()
    parser.resolvers.add(Schemas())
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / VERSIONS[version]), parser))
    schema.validate(etree.parse(str(file)))
    return [f"{file.name}:{error.line}: {error.message}" for error in schema.error_log]


def sent(desk: Desk, *words: str, version: str = "1.2") -> Path:
    file = desk.root / "sent.xlf"
    said = desk.say(
        "export", *words, "--format", "xliff", "--xliff", version, "--output", str(file), "--force"
    )
    assert said.exit_code == 0, said.output
    return file


def units(file: Path) -> dict[str, etree._Element]:
    """By the words of their sources."""
    root = etree.parse(str(file)).getroot()
    texts = {one: one.find("{*}segment") for one in root.iter("{*}trans-unit", "{*}unit")}
    return {
        text_of((unit if segment is None else segment).find("{*}source")): unit
        for unit, segment in texts.items()
    }


def text_of(node: etree._Element) -> str:
    return "".join(node.itertext())


def candidates(unit: etree._Element) -> list[tuple[str, str, str, str]]:
    """Likeness, place, source and target of each that a tool offers."""
    return [
        (
            one.get("match-quality") or one.get("similarity"),
            one.get("origin"),
            text_of(one.find("{*}source")),
            text_of(one.find("{*}target")),
        )
        for one in unit.iter("{*}alt-trans", "{*}match")
        if one.get("alttranstype") != "reference"
    ]


@pytest.mark.parametrize("version", VERSIONS)
def test_all_of_the_real_site_is_valid_by_the_schema_of_oasis(tmp_path: Path, version: str) -> None:
    desk = Desk(copy_inputs(tmp_path / "project"))
    source = desk.read("docs/sv/infographics/background-and-method.md")
    desk.write("docs/sv/infographics/background-and-method.md", source.replace(".\n", ", och mer.\n"))
    out = tmp_path / "out"
    for locale in ("ro", "it"):
        words = ("--all", "--format", "xliff", "--xliff", version, "--output", str(out))
        assert desk.say("export", locale, *words).exit_code == 0

    files = sorted(out.iterdir())

    assert len(files) > 3
    assert any(candidates(etree.parse(str(file)).getroot()) for file in files)
    assert [fault for file in files for fault in faults(file, version)] == []


def test_what_waits_to_be_translated_is_there_as_a_copy_that_says_so(desk: Desk) -> None:
    file = sent(desk, "it", "plan")

    target = units(file)[OLD].find("{*}target")

    assert (target.get("state"), text_of(target)) == ("needs-translation", OLD)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_copy_that_nobody_touched_is_no_translation(desk: Desk, version: str) -> None:
    file = sent(desk, "it", "plan", version=version)

    said = desk.say("import", str(file))

    assert said.exit_code == 0, said.output
    assert not desk.path("docs/it/plan.md").exists()


def test_words_that_omegat_puts_in_the_place_of_a_copy_are_translations_whatever_the_state(
    desk: Desk,
) -> None:
    file = sent(desk, "it", "plan")
    tree = etree.parse(str(file))
    for target in tree.iterfind(".//{*}trans-unit/{*}target"):
        if len(target):
            target.text, target[0].tail, target[1].tail = "Leggete ", "il rapporto", " su 1.250 tonnellate."
        else:
            target.text = ITALIAN[target.text]
    tree.write(str(file), encoding="utf-8", xml_declaration=True)

    said = desk.say("import", str(file))

    assert said.exit_code == 0, said.output
    assert desk.read("docs/it/plan.md").split("---\n\n", 1)[1] == PAGE


@pytest.mark.parametrize(("state", "left"), [("translated", False), ("needs-translation", True)])
def test_a_name_that_stays_as_it_is_is_translated_when_the_tool_says_so(
    desk: Desk, state: str, left: bool
) -> None:
    desk.write("docs/sv/plan.md", f"---\ntitle: Prato\nsummary: Prato.\n---\n\n# Prato\n\n{OLD}\n")
    file = sent(desk, "it", "plan")
    text = file.read_text(encoding="utf-8").replace("needs-translation", state)
    file.write_text(text.replace(f'it">{OLD}</target>', f'it">{ITALIAN[OLD]}</target>'), encoding="utf-8")

    said = desk.say("import", str(file))

    assert f"# Prato\n\n{ITALIAN[OLD]}\n" in desk.read("docs/it/plan.md")
    assert ("still to be translated" in said.stdout) is left


@pytest.mark.parametrize("version", VERSIONS)
def test_a_block_that_still_has_the_words_of_an_older_source_comes_home_as_it_was(
    desk: Desk, version: str
) -> None:
    desk.change("docs/ro/plan.md", "Ne vedem în mai la Prato.", OLD)
    desk.change("docs/sv/plan.md", OLD, "Vi ses i augusti i Timișoara, och alla är välkomna.")
    before = desk.read("docs/ro/plan.md")
    file = sent(desk, "ro", "plan", "--all", version=version)

    said = desk.say("import", str(file))

    assert said.exit_code == 0, said.output
    assert desk.read("docs/ro/plan.md") == before


@pytest.mark.parametrize(("version", "likeness"), [("1.2", "88%"), ("2.1", "88.4")])
def test_a_text_that_has_changed_goes_with_what_it_said_before_and_how_that_is_translated(
    desk: Desk, version: str, likeness: str
) -> None:
    desk.change("docs/sv/plan.md", OLD, NEW)

    unit = units(sent(desk, "ro", version=version))[NEW]

    assert candidates(unit) == [(likeness, "docs/ro/plan.md:12", OLD, "Ne vedem în mai la Prato.")]


@pytest.mark.parametrize(("version", "likeness"), [("1.2", "100%"), ("2.1", "100.0")])
def test_a_new_text_goes_with_what_is_known_of_it_from_other_pages_and_agencies(
    desk: Desk, version: str, likeness: str
) -> None:
    desk.write("docs/sv/news/2021-06.md", f"---\ntitle: Juni\nsummary: Juni.\n---\n\n# Juni\n\n{OLD}\n")
    desk.write("i18n/memory/agency.tmx", MEMORY)

    romanian = units(sent(desk, "ro", "news/2021-06", version=version))[OLD]
    italian = units(sent(desk, "it", "news/2021-06", version=version))[OLD]

    assert candidates(romanian) == [(likeness, "docs/ro/plan.md:12", OLD, "Ne vedem în mai la Prato.")]
    assert candidates(italian) == [(likeness, "i18n/memory/agency.tmx:2", OLD, "A maggio a Prato.")]


def test_a_translation_that_has_not_followed_is_offered_for_what_it_was_made_of(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", OLD, NEW)
    desk.write("docs/sv/news/2021-06.md", f"---\ntitle: Juni\nsummary: Juni.\n---\n\n# Juni\n\n{NEW}\n")

    ((likeness, *_, source, _),) = candidates(units(sent(desk, "ro", "news/2021-06"))[NEW])

    assert (likeness, source) == ("88%", OLD)


def test_links_and_facts_of_a_candidate_are_codes_with_the_numbers_of_the_text_that_waits(desk: Desk) -> None:
    line = "Läs [rapporten](rapport.md) om 1 250 ton och mer."
    desk.write("docs/sv/news/2021-06.md", f"---\ntitle: Juni\nsummary: Juni.\n---\n\n# Juni\n\n{line}\n")
    file = sent(desk, "ro", "news/2021-06")
    unit = next(unit for words, unit in units(file).items() if words.startswith("Läs"))

    target = unit.find("{*}alt-trans/{*}target")

    assert [(etree.QName(one).localname, one.get("id"), one.text) for one in target] == [
        ("bpt", "1", "["),
        ("ept", "1", "](rapport.md)"),
    ]


def test_the_last_alternative_says_what_the_unit_says_for_omegat_6_takes_it_for_the_units_own(
    desk: Desk,
) -> None:
    desk.change("docs/sv/plan.md", OLD, NEW)

    *_, source, target = units(sent(desk, "ro"))[NEW].iter("{*}source", "{*}target")

    assert (text_of(source), text_of(target)) == (NEW, "")


def test_a_segment_with_candidates_has_a_target_of_its_own_for_omegat_6_takes_theirs_else(desk: Desk) -> None:
    desk.write("docs/sv/news/2021-06.md", f"---\ntitle: Juni\nsummary: Juni.\n---\n\n# Juni\n\n{OLD}\n")

    unit = units(sent(desk, "ro", "news/2021-06", version="2.1"))[OLD]

    assert unit.find("{*}matches") is not None
    assert text_of(unit.find("{*}segment/{*}target")) == ""


def test_a_candidate_is_written_as_the_module_of_the_standard_has_it(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "om 1 250 ton", "om 1 260 ton")
    root = etree.parse(str(sent(desk, "ro", version="2.1"))).getroot()

    (match,) = root.iter("{urn:oasis:names:tc:xliff:matches:2.0}match")

    names = [etree.QName(one) for one in match]
    assert [name.localname for name in names] == ["originalData", "source", "target"]
    assert {name.namespace for name in names} == {"urn:oasis:names:tc:xliff:document:2.0"}
    assert (match.get("ref"), match.get("type")) == ("#s1", "tm")
    assert 0 <= float(match.get("similarity")) < 100
    unit = match.getparent().getparent()
    assert [etree.QName(one).localname for one in unit] == ["matches", "notes", "originalData", "segment"]
    kept = {one.get("id") for one in match.iter("{*}data")}
    assert {one.get("dataRefStart") for one in match.iter("{*}pc")} <= kept


def test_what_was_offered_and_left_changes_nothing(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", OLD, NEW)
    before = desk.read("docs/ro/plan.md")

    for version in VERSIONS:
        said = desk.say("import", str(sent(desk, "ro", version=version)))
        assert said.exit_code == 0, said.output

    assert desk.read("docs/ro/plan.md") == before
    assert read_page_status(desk.project, "plan.md").translations["ro"].state == "touch-up"
