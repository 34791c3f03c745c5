"""A refusal: what the desk does not do, told in the language of who sits at it."""

from __future__ import annotations

from collections.abc import Mapping

from publications.faults import Fault, PublicationError


class RefusalError(PublicationError):
    """msgid: a text of desk.po, with `{names}` where its values stand. A value may be a msgid itself."""

    def __init__(self, file: str, msgid: str, **values: str) -> None:
        super().__init__(Fault(file, 0, msgid.format(**values)))
        self.msgid, self.values = msgid, values

    def told(self, words: Mapping[str, str]) -> str:
        """In the language of these words, which are by their msgid."""
        return words[self.msgid].format_map(
            {name: words.get(value, value) for name, value in self.values.items()}
        )
