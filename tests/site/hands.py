"""Hands at work on a small site: what editors, translators and whoever looks after the site do to it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.conftest import own_file
from tests.site.side_by_side import pubs
from tests.site.small_site import LOCALES, SmallSite

TEXT = "---\ntitle: Something new\nsummary: About it.\n---\n\n# Something new\n\nIt is new.\n"

pages = st.sampled_from(
    [f"newsletters/{name}.md" for name in ("index", "first", "second", "new")]
    + ["infographics/index.md", "infographics/steps.md", "index.md", "project.md"]
)
texts = st.builds("docs/{}/{}".format, st.sampled_from(LOCALES), pages)
catalogs = st.builds("i18n/locale/{}/LC_MESSAGES/site.po".format, st.sampled_from(LOCALES))
pictures = st.sampled_from(
    [f"docs/assets/pictures/{name}.svg" for name in ("letter", "steps", "new")]
    + [f"docs/{locale}/newsletters/map.text.svg" for locale in LOCALES]
)
words = st.sampled_from(["Apples", "Pears and plums", "”Citat”", "A – b"])
paragraphs = st.sampled_from(
    [
        "One more sentence.",
        "See [the steps](../infographics/steps.md) and [the news](first.md#news).",
        "{{ visitors }} of {{ guests | as of }}.",
        "## A place { #place }",
        "- a\n- b",
        "![x](../assets/pictures/new.svg)",
        "![x](map.text.svg)",
    ]
)
fronts = st.sampled_from(
    ["date: '2020'", "date: '2021-07'", "summary: Another one.", "alt: What is to be seen.", "adapted: true"]
    + [f"picture: ../../assets/pictures/{name}.svg" for name in ("letter", "steps", "new")]
)
data_edits = st.sampled_from(
    [("facts.yml", r"number: \d+", f"number: {number}") for number in (7, 1201, 2_000_000)]
    + [("facts.yml", r"(?<=guests:\n  )number: \d+", f"number: {number}") for number in (31, 32)]
    + [("facts.yml", "2021-05", "2021-06"), ("facts.yml", r"\Z", "\nnobody:\n  code: x\n")]
    + [("units.yml", "personer", "människor"), ("sources.yml", "at the door", "in the street")]
    + [("glossary.yml", "besökare", "gäster"), ("infographics/steps.yml", "coral", "lilac")]
    + [("infographics/steps.yml", "magnify", "flask"), ("infographics/steps.yml", "share: 40", "share: 30")]
    + [("infographics/steps.yml", "component: text", "component: aspects")]
)
template_edits = st.sampled_from(
    [
        ("main.html", r"</body>|\Z", "<!-- x --></body>"),
        ("partials/card.html", r"\A", "<b>x</b>"),
        ("components/steps/web.html", r"\Z", "<b>{{ section.colour }}</b>"),
        ("root/base.html", "<body", "<body id=x"),
        ("poster/kit.typ", r"\Z", "\n// x\n"),
        ("poster/social.typ", r"\Z", "\n#place(center)[x]\n"),
        ("assets/stylesheets/site.css", r"\Z", "\nb { color: red }\n"),
        ("charts/print.css", r"\Z", "\nb { top: 0 }\n"),
    ]
)
setting_edits = st.sampled_from(
    [
        ("mark_changed_sections: false", "mark_changed_sections: true"),
        (r"fallback: \[sv\]", "fallback: [it, sv]"),
        ("European Pact for Integration", "A small site"),
        ("hello@epi-project.com", "write@example.org"),
        ("  - The project: project.md\n", ""),
        ("name: English", "name: In English"),
        ("https://www.epi", "https://epi"),
    ]
)


class Hands(RuleBasedStateMachine):
    """A project under somebody's hands. first: as it was at the beginning."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.project = SmallSite.make(self.folder / "project")
        self.root = self.project.root
        self.first = Path(shutil.copytree(self.root, self.folder / "first"))

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(text=texts, paragraph=paragraphs)
    def write_more(self, text: str, paragraph: str) -> None:
        self.project.change(text, r"\Z", f"\n{paragraph}\n")

    @rule(text=texts)
    def cross_out_the_last_paragraph(self, text: str) -> None:
        self.project.change(text, r"\n\n[^\n]+(\n[^\n]+)*\n\Z", "\n")

    @rule(text=texts, word=words)
    def give_it_another_title(self, text: str, word: str) -> None:
        self.project.change(text, r"(?m)^title: .*$", f"title: {word}")

    @rule(text=texts, front=fronts)
    def edit_the_front_matter(self, text: str, front: str) -> None:
        name = front.partition(":")[0]
        if not self.project.change(text, rf"(?m)^{name}: .*$", front):
            self.project.change(text, r"(?<=\n)---\n", f"{front}\n---\n")

    @rule(text=texts, status=st.sampled_from(["machine", "translated", "reviewed"]))
    def say_how_far_a_translation_is(self, text: str, status: str) -> None:
        self.project.change(text, r"(?m)^  status: .*$", f"  status: {status}")

    @rule(text=texts)
    def be_done_with_a_translation(self, text: str) -> None:
        pubs(self.root, "done", text)

    @rule(page=pages, locale=st.sampled_from(LOCALES))
    def begin_a_translation(self, page: str, locale: str) -> None:
        pubs(self.root, "start", locale, page)

    @rule(text=texts, like=texts)
    def add_a_text(self, text: str, like: str) -> None:
        self.project.write(text, self.project.read(like) or TEXT)

    @rule(text=texts)
    def delete_a_text(self, text: str) -> None:
        (self.root / text).unlink(missing_ok=True)

    @rule(page=pages, name=pages, locales=st.sets(st.sampled_from(LOCALES), min_size=1))
    def rename_a_page(self, page: str, name: str, locales: set[str]) -> None:
        for locale in sorted(locales):
            self.project.move(f"docs/{locale}/{page}", f"docs/{locale}/{name}")

    @rule(edit=data_edits)
    def edit_facts_and_layouts(self, edit: tuple[str, str, str]) -> None:
        self.project.change(f"data/{edit[0]}", *edit[1:])

    @rule(edit=template_edits)
    def edit_a_template(self, edit: tuple[str, str, str]) -> None:
        self.project.change(f"theme/{edit[0]}", *edit[1:])

    @rule(catalog=catalogs, number=st.integers(0, 40), word=words)
    def edit_a_catalog(self, catalog: str, number: int, word: str) -> None:
        entries = own_file(self.root, catalog).read_text(encoding="utf-8").split('\nmsgstr "')
        at = 1 + number % (len(entries) - 1)
        entries[at] = word + entries[at][entries[at].index('"') :]
        self.project.write(catalog, '\nmsgstr "'.join(entries))

    @rule(edit=setting_edits)
    def edit_the_settings(self, edit: tuple[str, str]) -> None:
        self.project.change("mkdocs.yml", *edit)

    @rule(picture=pictures, colour=st.sampled_from(["red", "blue"]))
    def draw_a_picture(self, picture: str, colour: str) -> None:
        words = '<text x="9" y="40">x</text>' if ".text." in picture else ""
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="{colour}"/>{words}</svg>\n'
        self.project.write(picture, svg)

    @rule(picture=pictures)
    def delete_a_picture(self, picture: str) -> None:
        (self.root / picture).unlink(missing_ok=True)

    @rule()
    def take_everything_back(self) -> None:
        self.project.take_back(self.first)
