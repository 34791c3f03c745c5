"""The command `pubs`: gathers the subcommands, and turns what is wrong into plain messages."""

from __future__ import annotations

from typing import Any

import click

from publications.faults import PublicationError
from scripts.build import build
from scripts.check import check
from scripts.diff import diff
from scripts.done import done
from scripts.facts import facts
from scripts.fix import fix
from scripts.join import join
from scripts.messages import show
from scripts.minor import minor
from scripts.new import new
from scripts.poster import poster
from scripts.report import report
from scripts.serve import serve
from scripts.start import start
from scripts.status import status


class _PlainMessages(click.Group):
    """Commands end with a message, never a traceback. Exit codes: 0 fine, 1 something to do, 2 typed wrongly."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (click has them so)
        try:
            return super().main(*args, **kwargs)
        except PublicationError as error:
            show(error.faults)
            raise SystemExit(1) from None


@click.group(
    cls=_PlainMessages,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="""\b
    Examples:
      pubs build                                make the website in site/
      pubs serve                                see it while you write
      pubs check                                what must be right before publishing
      pubs new newsletter 2021-09 --locale sv   begin a newsletter in Swedish""",
)
@click.version_option(package_name="epi-publications", prog_name="pubs")
def main() -> None:
    """Publish a project's publications in all its languages."""


for command in (build, join, serve, check, fix, new, facts, status, start, diff, done, minor, report, poster):
    main.add_command(command)


if __name__ == "__main__":
    main()
