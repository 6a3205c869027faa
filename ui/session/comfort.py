"""How a person likes the page: the size and spacing of its words, and whether it reads questions aloud."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

SIZES = ("usual", "large", "largest")


@dataclass(frozen=True)
class Comfort:
    """What was chosen. The browser keeps it as it keeps the answers, and sets it before the page is drawn."""

    size: str = SIZES[0]
    wide: bool = False
    """Whether lines and letters stand further apart."""
    listen: bool = False
    """Whether each question has a button that reads it aloud."""

    def stored(self) -> dict[str, Any]:
        """Return what is kept of it: nothing of what is usual."""
        return asdict(self) if self != Comfort() else {}


def comfort_from(stored: object) -> Comfort:
    """Return what was kept, as far as it has the right shape."""
    found: Mapping[str, Any] = stored if isinstance(stored, dict) else {}
    size = found.get("size")
    return Comfort(size if size in SIZES else SIZES[0], found.get("wide") is True, found.get("listen") is True)
