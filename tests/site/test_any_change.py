"""Whatever is changed, and whatever befalls the store, readers get what a first build would have given them.

Usually it is a short way, always the same. `PUBS_STEPS=1000 pytest tests/site/test_any_change.py` goes a thousand
steps, never the same, and then looks for the shortest way to what it has found.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from publications.store import Store
from tests.site.hands import Hands, pages, texts
from tests.site.side_by_side import built, built_cold, differences, files_of, kill_build

STEPS, STEPS_AT_ONCE = int(os.environ.get("PUBS_STEPS", "0")), 9

MISTAKES = (
    "{{ visitor }}",
    "[a](nowhere.md)",
    "<script>x</script>",
    "/// chart\n    type: none\n///",
    "\ufffe",
)


class AnyChange(Hands):
    """Hands at work, and mishaps. site: its files as readers have them."""

    def __init__(self) -> None:
        super().__init__()
        self.site = built(self.root).files
        assert self.site
        self.looked_at: object = None
        self.was_built = True

    @invariant()
    def readers_get_what_a_first_build_would_have_given(self) -> None:
        if self._state() == self.looked_at:
            return
        is_built = self._compare()
        if not is_built and not self.was_built:  # nobody leaves a site broken for long
            self.project.take_back(self.first)
            is_built = self._compare()
        self.was_built, self.looked_at = is_built, self._state()

    def _state(self) -> object:
        """What the disk says of every file: a step that has changed nothing needs no look."""
        found = ((path, path.stat()) for path in self.root.rglob("*"))
        return [(str(path), stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns) for path, stat in sorted(found)]

    def _compare(self) -> bool:
        """Build and check, here and in a copy; whether there was nothing that stops a build."""
        seen, fresh = built(self.root), built_cold(self.root)
        assert (seen.exit_code, seen.faults) == (fresh.exit_code, fresh.faults)
        assert differences(seen.files, self.site if fresh.exit_code else fresh.files) == []
        again = built(self.root)
        assert (again.exit_code, again.faults) == (seen.exit_code, seen.faults)
        assert differences(again.files, seen.files) == []
        self.site = seen.files
        return fresh.exit_code == 0

    @rule(text=texts, mistake=st.sampled_from(MISTAKES))
    def make_a_mistake_and_take_it_back(self, text: str, mistake: str) -> None:
        if old := self.project.read(text):
            self.project.write(text, f"{old}\n{mistake}\n")
            self._compare()
            self.project.write(text, old)

    @rule(text=texts, is_changed=st.booleans())
    def save_a_text_with_the_time_and_size_it_had(self, text: str, *, is_changed: bool) -> None:
        if old := self.project.read(text):
            stat = (self.root / text).stat()
            self.project.write(text, old.swapcase() if is_changed else old)
            os.utime(self.root / text, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    @rule(name=st.sampled_from(["docs", "data", "theme", "i18n", "mkdocs.yml"]))
    def touch_files_without_a_change(self, name: str) -> None:
        for path in ((self.root / name), *(self.root / name).rglob("*")):
            path.touch()

    @rule(page=pages)
    def save_a_text_of_a_language_in_another_folder(self, page: str) -> None:
        self.project.move(f"docs/sv/{page}", f"docs/en/{page}")

    @rule(text=texts, at=st.integers(1, 400))
    def kill_the_build_halfway(self, text: str, at: int) -> None:
        self.project.change(text, r"\Z", "\nOne more sentence.\n")
        kill_build(self.root, at=at)

    @rule(bytes_kept=st.integers(0, 100_000), noise=st.binary(max_size=9), is_cut=st.booleans())
    def spoil_the_store(self, bytes_kept: int, noise: bytes, *, is_cut: bool) -> None:
        path = Store(self.root).path
        if path.exists():
            data = path.read_bytes()
            at = bytes_kept % (len(data) + 1)
            path.write_bytes(data[:at] + noise + (b"" if is_cut else data[at + len(noise) :]))

    @rule(name=st.sampled_from(["store.sqlite", "."]))
    def lose_the_store(self, name: str) -> None:
        path = self.root / ".cache" / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)

    @rule(number=st.integers(0, 1000), data=st.binary(max_size=9))
    def spoil_a_published_file(self, number: int, data: bytes) -> None:
        files = sorted(path for path in (self.root / "site").rglob("*") if path.is_file())
        self._spoil(files, number, data)

    @rule(number=st.integers(0, 1000), data=st.binary(max_size=9))
    def spoil_a_kept_poster(self, number: int, data: bytes) -> None:
        self._spoil(sorted((self.root / ".cache").rglob("*.p*")), number, data)

    def _spoil(self, files: list[Path], number: int, data: bytes) -> None:
        """Overwrite a file, or delete it."""
        if files:
            path = files[number % len(files)]
            path.unlink()
            if data:
                path.write_bytes(data)
        self.site = files_of(self.root / "site")


AnyChange.TestCase.settings = settings(
    max_examples=1 + (STEPS // STEPS_AT_ONCE or 1),  # the first is always a way on which nothing happens
    stateful_step_count=STEPS_AT_ONCE if STEPS else 9,
    derandomize=not STEPS,
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink) if STEPS else (Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
TestAnyChange = AnyChange.TestCase
