"""Every page exists in every language, and looks as the engine renders it: MkDocs only walks from page to page."""

from publications.hooks.pages import on_env, on_files, on_page_markdown, on_post_page

__all__ = ["on_env", "on_files", "on_page_markdown", "on_post_page"]
