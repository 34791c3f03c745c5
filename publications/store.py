"""The store: what was worked out before, in one SQLite file below `.cache/`; losing it costs time and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

FILE = ".cache/store.sqlite"
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS kept (kind TEXT, name TEXT, mark BLOB, value BLOB, PRIMARY KEY (kind, name))"
)
# Another command that writes at the same time is waited for so long; then what was worked out is not kept.
_PATIENCE = 5.0  # seconds
_MARK = 8  # bytes


def digest(*parts: bytes | str) -> str:
    """A fingerprint of contents, in 32 digits; the parts may not run into one another."""
    hashed = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", errors="surrogatepass") if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "little"))
        hashed.update(data)
    return hashed.hexdigest()


@dataclass(frozen=True, slots=True)
class Store:
    """Values by kind and name. Whoever reads a value judges by what is in it whether it still holds.

    A file that is missing, spoilt, locked or not writable behaves as an empty store.
    """

    root: Path

    @property
    def path(self) -> Path:
        return self.root / FILE

    def get(self, kind: str, name: str) -> bytes | None:
        """One value; None when there is none, or not the one that was kept."""
        return self.some(kind, [name]).get(name)

    def some(self, kind: str, names: Iterable[str]) -> Mapping[str, bytes]:
        """The values of these names, as far as they are kept."""
        query = "SELECT name, mark, value FROM kept WHERE kind = ? AND name = ?"
        with self._reading() as database:
            rows = (database.execute(query, (kind, name)).fetchone() for name in names) if database else ()
            return dict(_sound(kind, filter(None, rows)))
        return {}

    def all(self, kind: str) -> Mapping[str, bytes]:
        """Every value of a kind, by name."""
        with self._reading() as database:
            rows = (
                database.execute("SELECT name, mark, value FROM kept WHERE kind = ?", (kind,))
                if database
                else ()
            )
            return dict(_sound(kind, rows))
        return {}

    def put(self, kind: str, values: Mapping[str, bytes]) -> None:
        """Keep these values in place of those of the same names."""
        rows = [(kind, name, _mark(kind, name, value), value) for name, value in values.items()]
        with self._writing() as database:
            database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)

    def prune(self, kind: str, names: Iterable[str]) -> None:
        """Forget the values of a kind that have other names than these."""
        with self._writing() as database:
            kept = set(names)
            known = database.execute("SELECT name FROM kept WHERE kind = ?", (kind,)).fetchall()
            gone = [(kind, name) for (name,) in known if name not in kept]
            database.executemany("DELETE FROM kept WHERE kind = ? AND name = ?", gone)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        """The database, None when there is none; the block ends early at whatever is wrong with it."""
        with suppress(sqlite3.Error):
            if not self.path.is_file():
                yield None
                return
            with closing(
                sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)
            ) as database:
                yield database

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction; what cannot be written (read-only, full, another command writes) is not kept."""
        with suppress(sqlite3.Error, OSError):
            self.path.parent.mkdir(exist_ok=True)
            with closing(self._opened()) as database, database:
                yield database

    def _opened(self) -> sqlite3.Connection:
        """The database, to be written to; a file that is none is begun anew."""
        try:
            return self._prepared()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self.path.unlink()
            return self._prepared()

    def _prepared(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, timeout=_PATIENCE)
        # A power cut may cost the file, which is no loss; waiting for the disk would cost every build.
        database.execute("PRAGMA synchronous = OFF")
        database.execute(_SCHEMA)
        return database


def _sound(kind: str, rows: Iterable[tuple[object, object, object]]) -> Iterator[tuple[str, bytes]]:
    for name, mark, value in rows:
        if isinstance(name, str) and isinstance(value, bytes) and mark == _mark(kind, name, value):
            yield name, value


def _mark(kind: str, name: str, value: bytes) -> bytes:
    """By which a value is known that the disk or somebody has changed."""
    return blake2b(f"{kind} {name} ".encode() + value, digest_size=_MARK).digest()
