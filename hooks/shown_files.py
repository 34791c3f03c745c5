"""Every page and picture exists in every language: the reader's own, or the next of the fallback chain.

static-i18n knows neither chains nor a prefix for its first language, so it is handed no files of docs/.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files

from publications.site import built
from publications.site.shown_files import shown_files


def _take_away(files: Files, config: MkDocsConfig) -> Files:
    """Of the themes stay the assets of our own, and of Material's the one style sheet that pages ask for."""
    return Files([file for file in files if _is_asked_for(file, config)])


def _is_asked_for(file: File, config: MkDocsConfig) -> bool:
    is_own = file.src_dir == config.theme.custom_dir and file.src_uri.startswith("assets/")
    return is_own or PurePosixPath(file.src_uri).match("assets/stylesheets/main.*.css")


@event_priority(-200)
def _put_back(files: Files, config: MkDocsConfig) -> Files:
    for shown in shown_files(built.publications_of(config), built.locale_of(config)):
        file = File(
            shown.src_uri, config.docs_dir, config.site_dir, use_directory_urls=True, dest_uri=shown.dest_uri
        )
        file.abs_src_path = str(shown.path)
        files.append(file)
    return files


on_files = CombinedEvent(_take_away, _put_back)
