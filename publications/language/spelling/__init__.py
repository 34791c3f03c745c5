"""Spelling: the words of a page against its language's dictionary and the project's own words, as a hint."""
