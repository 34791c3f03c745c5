"""Makes the editor component of the desk: ProseMirror as one module, and its licences, in defaults/desk/vendor.

Run `python scripts/desk_editor.py`; it needs Node.js 20 or newer, with npm. Which packages go in, in which versions and by
which hashes, stands in package.json and package-lock.json there, and what the module exports in entry.js.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

VENDOR = Path(__file__).parent.parent / "publications" / "defaults" / "desk" / "vendor"
INGREDIENTS = ("package.json", "package-lock.json", "entry.js")
MODULE, LICENCES = "prosemirror.js", "LICENSE.txt"


def make() -> None:
    """Write both files; an error of npm's is npm's to tell, and leaves them as they are."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for ingredient in INGREDIENTS:
            shutil.copy(VENDOR / ingredient, folder)
        _npm(folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
        _npm(folder, "run", "build")
        made = {MODULE: (folder / MODULE).read_bytes(), LICENCES: licences(folder).encode()}
    for file, data in made.items():
        (VENDOR / file).write_bytes(data)


def licences(folder: Path) -> str:
    """The licence of each package that is in the module, under its name and version."""
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    packages = {path: entry for path, entry in lock["packages"].items() if path and not entry.get("dev")}
    return "\n\n".join(
        f"{path.removeprefix('node_modules/')} {entry['version']}\n\n{_licence(folder / path)}\n"
        for path, entry in sorted(packages.items())
    )


def _licence(package: Path) -> str:
    (file,) = package.glob("LICENSE*")
    return "\n".join(line.rstrip() for line in file.read_text(encoding="utf-8").strip().splitlines())


def _npm(folder: Path, *arguments: str) -> None:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed, and was not found: install Node.js 20 or newer.")
    done = subprocess.run([npm, *arguments], cwd=folder, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(f"npm {arguments[0]} failed, and nothing was written.")


if __name__ == "__main__":
    make()
