"""An agency that knows the small project's page by heart: its sentences in Italian, codes as placeholders."""

from __future__ import annotations

import re
from pathlib import Path

import polib
from docx import Document
from lxml import etree  # type: ignore[import-untyped]
from translate.storage import xliff

ITALIAN = {
    "Planen": "Il piano",
    "Vad vi ska göra.": "Che cosa faremo.",
    "Vi ses i maj i Prato.": "Ci vediamo a maggio a Prato.",
    "Läs <1>rapporten</1> om 1 250 ton.": "Leggete <1>il rapporto</1> su 1.250 tonnellate.",
    "Nästa steg": "Il prossimo passo",
    "Sedan skriver vi en rapport om allt som vi har lärt oss av varandra.": (
        "Poi scriviamo un rapporto su tutto ciò che abbiamo imparato."
    ),
}
PAGE = """\
# Il piano

Ci vediamo a maggio a Prato.

Leggete [il rapporto](rapport.md) su 1.250 tonnellate.

## Il prossimo passo { #next }

Poi scriviamo un rapporto su tutto ciò che abbiamo imparato.
"""
_XLIFF_2 = "{urn:oasis:names:tc:xliff:document:2.0}"


def translate_po(file: Path) -> None:
    """With polib."""
    catalog = polib.pofile(str(file))
    for entry in catalog:
        entry.msgstr = ITALIAN[entry.msgid]
    catalog.save()


def translate_xliff(file: Path) -> None:
    """With translate-toolkit, which copies the tags of the source."""
    store = xliff.xlifffile.parsefile(str(file))  # type: ignore[no-untyped-call]
    for unit in store.units:
        target = ITALIAN[_with_placeholders(unit.source_dom)]
        node = etree.fromstring(etree.tostring(unit.source_dom))
        codes = {(etree.QName(one).localname, one.get("id")): one for one in node}
        unit.set_rich_target(None)
        made = etree.SubElement(unit.xmlelement, unit.namespaced("target"))
        unit.source_dom.addnext(made)
        _fill(made, target, codes)
    store.savefile(str(file))


def translate_xliff_2(file: Path) -> None:
    """With lxml, as a program that somebody wrote for the day."""
    tree = etree.parse(str(file))
    for segment in tree.iter(f"{_XLIFF_2}segment"):
        source = segment.find(f"{_XLIFF_2}source")
        target = etree.fromstring(etree.tostring(source).replace(b"source", b"target"))
        words = ITALIAN[_with_placeholders(source)]
        before, *inside = re.split(r"</?1>", words)
        target.text = before
        if inside:
            target[0].text, target[0].tail = inside
        segment.append(target)
        segment.set("state", "translated")
    tree.write(str(file), encoding="utf-8", xml_declaration=True)


def translate_docx(file: Path) -> None:
    """With python-docx: words typed into the third column, in no style of ours."""
    document = Document(str(file))
    for table in document.tables:
        for row in table.rows[1:]:
            row.cells[2].paragraphs[0].add_run(ITALIAN[row.cells[1].text])
    document.save(str(file))


def _fill(target: etree._Element, words: str, codes: dict[tuple[str, str], etree._Element]) -> None:
    before, *inside = re.split(r"</?1>", words)
    target.text = before
    for name, tail in zip(("bpt", "ept"), inside, strict=False):
        code = codes[name, "1"]
        code.tail = tail
        target.append(code)


def _with_placeholders(source: etree._Element) -> str:
    """The source as placeholders have it."""
    text = etree.tostring(source, encoding="unicode", with_tail=False)
    for name, mark in (("bpt", "<1>"), ("ept", "</1>")):
        text = re.sub(rf"<(\w+:)?{name}[^>]*>.*?</(\w+:)?{name}>", mark.replace("<", "‹"), text)
    text = re.sub(r"<(\w+:)?pc[^>]*>", "‹1>", text)
    text = re.sub(r"</(\w+:)?pc>", "‹/1>", text)
    return re.sub(r"<[^>]*>", "", text).replace("‹", "<")
