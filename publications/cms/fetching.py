"""Fetching the script of the CMS from the npm registry, checked against its hash.

What the package has besides is left out: source maps, converters of pictures, syntax highlighting.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from base64 import b64decode
from collections.abc import Iterator, Mapping
from hashlib import sha512
from pathlib import Path
from urllib.request import Request, urlopen

from publications.cms.script import FOLDER, PACKAGE, Package, languages_of
from publications.faults import Fault, PublicationError
from publications.project import Project

_SECONDS = 60
_INSIDE = "package/"
_WANTED = re.compile(
    r"LICENSE\.txt|npm/index\.js|npm/chunks/react[^/]*\.js|npm/assets/[^/]+\.(?:woff2|LICENSE\.txt)"
)
_LOCALE = re.compile(r"locales/(?P<name>[A-Za-z-]+)\.json")


def fetch(folder: Path, project: Project, package: Package = PACKAGE) -> None:
    """Put the script into docs/admin, whole or not at all, in place of other versions of it.

    Without a network, and when the archive is not the one that was pinned, it is a PublicationError.
    """
    files = script_files(_archive(package), package, languages_of(project))
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(".sveltia-*/"):  # of a fetch that was killed
        shutil.rmtree(left)
    with tempfile.TemporaryDirectory(prefix=".sveltia-", dir=folder, ignore_cleanup_errors=True) as draft:
        for name, data in files.items():
            path = Path(draft, "whole", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for old in folder.glob("sveltia-*/"):
            shutil.rmtree(old)
        Path(draft, "whole").rename(folder / FOLDER)


def script_files(archive: bytes, package: Package, locales: tuple[str, ...]) -> Mapping[str, bytes]:
    """Path → content of what is kept of the archive. Another archive than the pinned one is a PublicationError."""
    if sha512(archive).digest() != b64decode(package.integrity):
        raise _fault(
            f"what came for {package.name} {package.version} is not what was pinned (its sha512 differs), and was "
            "thrown away. Try again, or look at what stands between this machine and the npm registry."
        )
    return dict(_files(archive, locales))


def _files(archive: bytes, locales: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as tar:
        for member in tar:
            name, file = member.name.removeprefix(_INSIDE), tar.extractfile(member)
            spoken = _LOCALE.fullmatch(name)
            if file and spoken and spoken["name"] in locales:
                yield f"locales/{spoken['name']}.js", b"export default " + file.read()
            elif file and _WANTED.fullmatch(name):
                yield name, file.read()


def _archive(package: Package) -> bytes:
    registry = _registry()
    address = f"{registry}/{package.name}/-/{package.name.rpartition('/')[2]}-{package.version}.tgz"
    try:
        request = Request(address, headers={"User-Agent": "pubs"})  # noqa: S310 (what it gives is checked by its hash)
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            data: bytes = answer.read()
    except (OSError, ValueError) as error:
        raise _fault(
            f"{package.name} {package.version} could not be fetched from {registry} ({getattr(error, 'reason', error)}). The editor needs it: with "
            "a network, run `pubs cms --write` again. Everything else is in place."
        ) from None
    return data


def _registry() -> str:
    """The address of the npm registry, as the environment or npm itself says it."""
    said = os.environ.get("NPM_CONFIG_REGISTRY", "")
    npm = shutil.which("npm")
    if not said and npm:
        told = subprocess.run([npm, "config", "get", "registry"], capture_output=True, text=True, check=False)  # noqa: S603
        said = told.stdout.strip()
    if not said.startswith(("http://", "https://")):
        raise _fault(
            f"{PACKAGE.name} comes from the npm registry. Install Node.js, which knows its address, or say it in "
            "NPM_CONFIG_REGISTRY; then run `pubs cms --write` again. Everything else is in place."
        )
    return said.rstrip("/")


def _fault(message: str) -> PublicationError:
    return PublicationError(Fault("docs/admin", 0, message))
