"""The command `pubs` of this checkout, for those who have not put it on their path: `python scripts/pubs.py build`."""

from publications.commands.cli import main

if __name__ == "__main__":
    main()
