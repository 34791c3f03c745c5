"""A page taken apart: every construct of Material's pages, with its line."""

from __future__ import annotations

import pytest

from publications.reading.reading import read_blocks
from publications.translation.version import version_of


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("# A {#a .b}\n", ["1 heading: A"]),
        ("A\n=\n", ["1 heading: A"]),
        ("- [ ] one\n- [x] two\n", ["1 list item: [ ] one", "2 list item: [x] two"]),
        ("1. a\n\n    b\n\n    - c\n", ["1 list item: a", "3 paragraph: b", "5 list item: c"]),
        ("Text\n{: .lead #x }\n", ["1 paragraph: Text"]),
        ("a  \nb\\\nc\n", ["1 paragraph: a b c"]),
        ("| a | b |\n|---|---|\n| `x` | y \\| z |\n", ["1 table row: a | b", "3 table row: x | y | z"]),
        (
            "| a | b |\n|---|---|\n| {{ n | short }} | text |\n",
            ["1 table row: a | b", "3 table row: {{n|short}} | text"],
        ),
        ("/// tab | Title\n\ntext\n///\nend\n", ["1 title: Title", "3 paragraph: text", "5 paragraph: end"]),
        (
            "//// note | A\n/// caption | 1.2\nB\n///\nC\n////\n",
            ["1 title: A", "3 caption: B", "5 paragraph: C"],
        ),
        (
            "/// details | A\n    type: tip\n    title: More\n\nB\n///\n",
            ["1 title: A", "3 title: More", "5 paragraph: B"],
        ),
        ("/// caption\nnever closed\n", ["2 caption: never closed"]),
        ("///\nstray\n", ["2 paragraph: stray"]),
        ("| a |\n|---|\n| b |\n/// caption\nC\n///\n", ["1 table row: a", "3 table row: b", "5 caption: C"]),
        ('- x\n\n    !!! tip "T"\n        y\n', ["1 list item: x", "3 title: T", "4 paragraph: y"]),
        ("!!! note\n    a\n", ["2 paragraph: a"]),
        (
            "a[^n]\n\n[^n]: b\n\n    c\n[^unused]: d\n",
            ["1 paragraph: a", "3 footnote: b", "5 footnote: c", "6 footnote: d"],
        ),
        ("T\n:   D\n\n    E\n", ["1 term: T", "2 definition: D", "4 paragraph: E"]),
        ("*[A]: one\n*[B]: two\n", ["1 abbreviation: A: one", "2 abbreviation: B: two"]),
        ("[a]: http://x 'T'\n\n[b][a]\n", ["3 paragraph: (T) b <http://x>"]),
        (
            "x ![a *b*](c.png){ width=3 }\ny ![](d.png)\n",
            ["1 paragraph: x y", "1 alt text: a b <c.png>", "2 alt text:  <d.png>"],
        ),
        ("[![a](b.png)](c.md)\n", ["1 paragraph:  <c.md>", "1 alt text: a <b.png>"]),
        (
            "<https://a.b/c> and https://d.e/f, g@h.it.\n",
            ["1 paragraph: and , . <https://a.b/c> <https://d.e/f> <g@h.it>"],
        ),
        ("<details><summary>S</summary>\n\n*t*\n\n</details>\n", ["1 title: S", "3 paragraph: t"]),
        ("<figcaption markdown>\n\n*t*\n\n</figcaption>\n\nu\n", ["3 caption: t", "7 paragraph: u"]),
        ("<table>\n<tr><td>a</td><td>b</td></tr>\n</table>\n", ["2 table row: a | b"]),
        ("<script>\nvar a = 'b';\n</script>\n<!-- c\n\nd -->\n", []),
        ('a <br> b <span title="t">c</span> <a href="d.md">e</a>\n', ["1 paragraph: a b (t) c e <d.md>"]),
        ('<p>a <a href="b.md">c</a></p>\n', ["1 paragraph: a c <b.md>"]),
        ("[x](javascript:alert)\n", ["1 paragraph: x <javascript:alert>"]),
        ('[TOC]\n\n--8<-- "a.md"\n\n***\n', []),
        ("```py title='x'\n# a\n```\n", ["1 code: # a"]),
        (
            "---\ntitle: A\nlist:\n- caption: >-\n    B\n    c\n---\nD\n",
            ["2 front matter: A", "4 front matter: B c", "8 paragraph: D"],
        ),
        ("---\ntitle: [\n---\nD\n", ["4 paragraph: D"]),
        ("---\ntitle: A\n", ["2 paragraph: title: A"]),
        ("", []),
    ],
)
def test_a_page_is_read_block_by_block(markdown: str, blocks: list[str]) -> None:
    found = [
        f"{block.line} {block.kind}: {block.words}" + "".join(f" <{link}>" for link in block.links)
        for block in read_blocks(markdown)
    ]

    assert found == blocks


def test_a_block_says_where_it_stands_and_what_it_is_called() -> None:
    heading, item = read_blocks("## A { #summary .lead .big }\n\n> - b\n")

    assert (heading.level, heading.attribute("id"), heading.attribute("class")) == (2, "summary", "lead big")
    assert (item.path, item.level) == (("quote", "list"), 1)
    assert heading.attribute("width") == ""


def test_an_aliased_value_is_read_once() -> None:
    bomb = "---\na: &a {title: x}\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n---\n"

    assert [block.text for block in read_blocks(bomb)] == ["x"]


def test_a_hostile_page_is_read_in_time_that_grows_with_its_length() -> None:
    for piece in ("[", "*a ", "> ", "![a](", "<div ", "`", "{", "{{", "&", "1.", "a", "_a", "- ", "/// x\n"):
        assert version_of(piece * 3000)
