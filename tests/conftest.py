"""How Hypothesis looks for counter-examples: afresh each time here, always the same ones in CI."""

import os

from hypothesis import settings

# A deadline would fail a sound property on a busy machine.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
