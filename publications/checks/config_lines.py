"""The lines of mkdocs.yml, for the faults that are found in its values, and those in itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

import yaml

from publications.faults import Fault, Level
from publications.findings import SiteFindings
from publications.project import CONFIG, Project

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def address_style_faults(site: SiteFindings) -> Iterator[Fault]:
    """The one setting of MkDocs on addresses, which this site cannot follow."""
    if not site.project.has_directory_urls:
        message = (
            "'use_directory_urls: false' changes nothing here: each page has an address of its own folder, "
            "/sv/project/, in every language. Delete the line."
        )
        line = config_lines(site.project).get("use_directory_urls", 0)
        yield Fault(CONFIG, line, message, Level.WARNING, "configuration")


def config_lines(project: Project) -> Mapping[str, int]:
    """The line of mkdocs.yml, counted from 1, on which each word stands first."""
    text = (project.root / CONFIG).read_text(encoding="utf-8-sig")
    found: dict[str, int] = {}
    nodes = [yaml.compose(text, Loader=_LOADER)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.ScalarNode):
            line = node.start_mark.line + 1
            found[node.value] = min(line, found.get(node.value, line))
        elif isinstance(node, yaml.MappingNode):
            nodes += chain.from_iterable(node.value)
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value
    return found
