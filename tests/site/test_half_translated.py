"""What is published before it is translated says in which language it is: a screen reader reads it in that one."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import pubs
from tests.site.small_site import SmallSite

SOURCE = """---
title: Planen
summary: Vad vi gör.
---

# Planen

Vi ses i Prato i maj och lär av varandra hur vi arbetar med integration.

Efter mötet skriver vi en rapport om allt som vi har lärt oss under veckan.

## Vad som händer sedan

* Alla städer prövar sina strategier under hösten och vintern.
* Sedan möts vi igen och ser vad som har blivit bättre.
"""
TRANSLATION = """---
title: The plan
summary: What we do.
translation: {source: sv, status: translated}
---

# The plan

We meet in Prato in May and learn from one another how we work on integration.

Efter mötet skriver vi en rapport om allt som vi har lärt oss under veckan.

## Vad som händer sedan

* All the cities try out their strategies in the autumn and winter.
* Sedan möts vi igen och ser vad som har blivit bättre.
"""


def test_foreign_parts_of_a_page_that_calls_itself_translated_are_marked_with_their_language(
    tmp_path: Path,
) -> None:
    site = SmallSite.make(tmp_path / "site")
    site.write("docs/sv/plan.md", SOURCE)
    site.write("docs/en/plan.md", TRANSLATION)

    done = pubs("build", cwd=site.root)

    assert done.returncode == 0, done.stderr
    html = site.read("site/en/plan/index.html") or ""
    assert '<p lang="sv">Efter mötet' in html
    assert 'lang="sv">' in html[html.index("<h2") : html.index("Vad som händer sedan")]
    assert '<li lang="sv">Sedan möts vi' in html
    assert "<p>We meet in Prato" in html
    assert "<li>All the cities" in html
