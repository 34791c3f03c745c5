"""The command `pubs`: gathers the subcommands, and turns what is wrong into plain messages."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from publications.commands.messages import show
from publications.faults import Fault, PublicationError

_COMMANDS = {
    "adopt": "Make a site of one that another generator makes.",
    "build": "Make the website of all languages in site/.",
    "check": "Say everything that must be right before publishing.",
    "cms": "Let people write and translate in the browser.",
    "desk": "Translate and write in the browser, side by side.",
    "diff": "Show what a translation still has to follow.",
    "done": "Say that a translation follows its source as it is now.",
    "email": "Make a newsletter's e-mail, to be sent by any tool.",
    "export": "Write what there is to translate for an agency.",
    "facts": "List the facts that pages can write as {{ ID }}.",
    "fix": "Mend quotes, dashes, spaces and letters of each language.",
    "import": "Make a page of a Word file, a PDF or text.",
    "join": "Put a website together from parts that were built apart.",
    "merge": "Merge what two people have made of one page.",
    "minor": "Say that the newest edit of a text changes no meaning.",
    "layout": "Write how a publication is drawn, to be changed.",
    "new": "Begin a new publication.",
    "new-site": "Begin a site for a project, in its languages.",
    "poster": "Make the poster of an infographic as an A4 PDF.",
    "rename": "Give a page another name, and mend what links to it.",
    "report": "Write what a change makes outdated, for a pull request.",
    "rm": "Take a page away; its address leads on.",
    "send": "Send a newsletter to one address, as a test.",
    "serve": "See the website while you write.",
    "start": "Begin a translation, with its source's text in place.",
    "status": "Say where the translations stand.",
    "upgrade": "Bring a site up to the engine that is installed.",
}
"""Each is a function in the module of its name; what the list of commands says of it stands here."""


class _Commands(click.Group):
    """A command is imported when it is called, so that each starts at once.

    It ends with a message, never a traceback. Exit codes: 0 fine, 1 something to do, 2 typed wrongly.
    """

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, listed, rest = super().resolve_command(ctx, args)
        return name, load_command(name) if name else listed, rest

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (click has them so)
        try:
            return super().main(*args, **kwargs)
        except PublicationError as error:
            show(error.faults)
            raise SystemExit(1) from None
        except OSError as error:
            if error.filename is None and error.strerror is None:
                raise
            what = f"{error.strerror or error}. Nothing was lost. Make room, or allow writing there, and run it again."
            show([Fault(str(error.filename or "disk"), 0, what)])
            raise SystemExit(1) from None


def load_command(name: str) -> click.Command:
    """A subcommand with its arguments and its help."""
    module = f"{name}_" if iskeyword(name) else name.replace("-", "_")
    command: click.Command = getattr(import_module(f"publications.commands.{module}"), module)
    return command


@click.group(
    cls=_Commands,
    commands=[click.Command(name, short_help=words) for name, words in _COMMANDS.items()],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="""\b
    Examples:
      pubs build                                make the website in site/
      pubs serve                                see it while you write
      pubs check                                what must be right before publishing
      pubs new newsletter 2021-09 --locale sv   begin a newsletter in Swedish""",
)
@click.version_option(package_name="project-publications", prog_name="pubs")
def main() -> None:
    """Publish a project's publications in all its languages."""


if __name__ == "__main__":
    main()
