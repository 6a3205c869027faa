"""How long after one thing the next is done, where a race could be lost at one moment and won at another."""

import os
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

EVERY = "MOMENTS" in os.environ
SOME = 2


def at_moments(*moments: int) -> Callable[[Callable[..., Any]], Any]:
    """Try a test at some of the moments, in milliseconds: others with each test, and the same ones each time.

    Where MOMENTS is set, as `scripts/soak moments` does, it is tried at all of them. The test takes one as `moment`.
    """

    def tried(test: Callable[..., Any]) -> Any:
        some = Random(test.__name__).sample(moments, SOME)  # noqa: S311 - a choice that can be made again, not a secret
        return pytest.mark.parametrize("moment", moments if EVERY else sorted(some))(test)

    return tried
