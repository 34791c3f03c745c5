"""Markup: XML of others, read without trusting it, and written so that it can be read by people too."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]

Element: TypeAlias = Any  # lxml has no types
XML = "http://www.w3.org/XML/1998/namespace"
_SEGMENTS = frozenset({"source", "target", "seg"})
LANG, SPACE = f"{{{XML}}}lang", f"{{{XML}}}space"


def parsed(data: bytes) -> Element:
    """The root of a document. Entities and document types are not followed; what is no XML is a ValueError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from None


def root_of(data: bytes) -> tuple[str, str]:
    """The root's name without its namespace, and its version; ("", "") for what is no XML."""
    try:
        for _, element in etree.iterparse(
            BytesIO(data), events=("start",), resolve_entities=False, no_network=True, load_dtd=False
        ):
            return name_of(element), element.get("version", "")
    except etree.XMLSyntaxError:
        pass
    return "", ""


def name_of(element: Element) -> str:
    """An element's name without its namespace; "" for a comment or an instruction."""
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def child(element: Element, name: str) -> Element | None:
    """The first child of that name, whatever its namespace."""
    return next((one for one in element if name_of(one) == name), None)


def below(element: Element, *names: str) -> list[Element]:
    """All elements of these names below an element, in order."""
    return [one for one in element.iter() if name_of(one) in names]


def all_text(element: Element | None) -> str:
    """The letters in an element and below."""
    return "" if element is None else "".join(str(one) for one in element.itertext())


def document(
    namespace: str, name: str, attributes: Mapping[str, str], prefixes: Mapping[str, str] | None = None
) -> Element:
    """The root of a new document. namespace: "" for none; prefixes: of other namespaces that are in it."""
    tag = etree.QName(namespace or None, name)
    names: dict[str | None, str] = {None: namespace} if namespace else {}
    names.update(prefixes or {})
    return etree.Element(tag, dict(attributes), nsmap=names)


def add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """A new child, "mtc:match" or of the document's own namespace. An attribute's name has `_` for `-`."""
    prefix, _, local = name.rpartition(":")
    tag = etree.QName(parent.nsmap.get(prefix or None), local)
    new = etree.SubElement(parent, tag, {key.replace("_", "-"): value for key, value in attributes.items()})
    new.text = text or None
    return new


def append_text(element: Element, text: str) -> None:
    """Text at the end of an element, behind its last child."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def written(root: Element) -> bytes:
    """The document, indented but for the segments, whose every space counts."""
    _indent(root, "\n")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _indent(element: Element, before: str) -> None:
    if len(element) == 0 or name_of(element) in _SEGMENTS:
        return
    element.text = before + "  "
    for one in element:
        _indent(one, before + "  ")
        one.tail = before + "  "
    element[-1].tail = before
