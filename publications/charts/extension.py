"""`/// chart | Title` … `///` for Python-Markdown: a figure that keeps its table and waits to be drawn.

A page is converted before anyone knows who reads it in which language; the figure is drawn afterwards, by
`figure.with_charts`. Where that does not happen, readers have the caption and the table.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor  # type: ignore[import-untyped]
from pymdownx.blocks.block import Block, type_any  # type: ignore[import-untyped]

from publications.charts.block import NAME
from publications.charts.written import OPTIONS


class _ChartBlock(Block):  # type: ignore[misc]
    NAME = NAME
    ARGUMENT = None
    OPTIONS = dict.fromkeys(OPTIONS, ("", type_any))

    def on_create(self, parent: ET.Element) -> ET.Element:
        written = {
            name: str(value) for name, value in self.options.items() if name in OPTIONS and value != ""
        }
        options = json.dumps(written, ensure_ascii=False, sort_keys=True)
        figure = ET.SubElement(parent, "figure", {"class": "chart", "data-chart": options})
        if self.argument:
            caption = ET.SubElement(figure, "figcaption")
            caption.text = str(self.argument)
        return figure


class ChartExtension(BlocksExtension):  # type: ignore[misc]
    """Registers the block."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: ARG002, N802
        block_mgr.register(_ChartBlock, self.getConfigs())


def makeExtension(**settings: Any) -> ChartExtension:  # noqa: ANN401, N802 (Python-Markdown's name)
    """What Python-Markdown calls when mkdocs.yml names this module."""
    return ChartExtension(**settings)
