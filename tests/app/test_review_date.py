"""Past its date of review the guide says so on every screen, with a clock that stands still."""

from datetime import UTC, datetime, time, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.walk import CHECK, opened, pressed, title
from ui.session.guide_content import content, say

REVIEW = content().guide.review_by
LINE = say("about.overdue", review=REVIEW.isoformat())


def at(days: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock so many days after the date of review."""
    standing = datetime.combine(REVIEW + timedelta(days=days), time(12), UTC)
    monkeypatch.setattr("ui.session.storage.now", lambda: standing)
    monkeypatch.setattr("ui.parts.frame.now", lambda: standing)


def told(app: AppTest) -> bool:
    """Whether the screen says that the content is past its date."""
    return LINE in [item.value for item in app.caption]


@pytest.mark.parametrize("days", [0, 1])
def test_every_screen__past_its_review_date__says_so(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """On the day itself nothing is said; the day after, every screen on the way does, from Start to the summary."""
    at(days, monkeypatch)
    app = opened()
    seen = [told(app)]
    pressed(app, "begin")
    while title(app) != CHECK:
        seen.append(told(app))
        pressed(app, "next")
    seen.append(told(app))
    seen.append(told(pressed(app, "onward")))

    assert len(seen) > 20
    assert set(seen) == {days > 0}
