"""A reader finds the site whole: a chooser of languages at its root, a 404 page, a sitemap, pictures, and search."""

from publications.hooks.whole_site import on_post_build

__all__ = ["on_post_build"]
