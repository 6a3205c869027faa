"""The broken guides of tests/fixtures/broken.yaml: what is edited in the small guide, and what is found then."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.builders import ROOT

FIXTURES = ROOT / "tests" / "fixtures"
SMALL = FIXTURES / "small"
FILES = (
    "guide.yaml",
    "sections/1-hand.yaml",
    "sections/2-nights.yaml",
    "sections/3-wishes.yaml",
    "evidence/splints.yaml",
    "sources.yaml",
    "options.yaml",
    "not-covered.yaml",
    "steps.yaml",
    "words.yaml",
    "renamed.yaml",
)
"""The files of the small guide, but for the words of the interface."""


@dataclass(frozen=True)
class Edit:
    """One change of one file, or of a folder that is taken out."""

    file: str
    find: str = ""
    replace: str = ""
    times: int = 1
    text: str | None = None
    encoding: str = "utf-8"
    removed: bool = False

    def make(self, guide: Path) -> None:
        """Make the change. Fails where nothing changes, or where it is not clear what."""
        path = guide / self.file
        if self.removed:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            return
        before = path.read_bytes() if path.exists() else b""
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(self._after(before.decode()).encode(self.encoding))
        assert path.read_bytes() != before or not before

    def _after(self, before: str) -> str:
        if self.text is not None:
            return self.text
        assert before.count(self.find) == 1, f"{self.file} holds “{self.find}” {before.count(self.find)} times"
        return before.replace(self.find, self.replace * self.times)


@dataclass(frozen=True)
class Broken:
    """One way to break the small guide."""

    code: str
    fault: str
    edits: tuple[Edit, ...]
    problems: list[str]

    def lay(self, folder: Path) -> Path:
        """Return the folder with a small guide that is broken in this way."""
        guide = Path(shutil.copytree(SMALL, folder))
        for edit in self.edits:
            edit.make(guide)
        return guide


def _read() -> dict[str, tuple[str, tuple[Broken, ...]]]:
    return {
        code: (
            group["message"],
            tuple(
                Broken(code, item["fault"], tuple(Edit(**edit) for edit in item["edits"]), item["problems"])
                for item in group["guides"]
            ),
        )
        for code, group in yaml.safe_load((FIXTURES / "broken.yaml").read_text(encoding="utf-8")).items()
    }


MESSAGES = {code: message for code, (message, _) in _read().items()}
"""The message that each code stands for, as the catalogue of faults shows it."""
BROKEN = tuple(broken for _, group in _read().values() for broken in group)
