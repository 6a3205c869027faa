"""Take down whole whatever a person changes.

Streamlit looks for a newer message of the page at each use of its state. Where there is one, it ends what it is
at: even the callback that is taking down an answer, which it does not call again. Of two quick ticks the first
was then shown and in no record. Here nothing ends before the last callback of a message has returned.
"""

from typing import Any

from streamlit.runtime.state.safe_session_state import SafeSessionState

_take_down = SafeSessionState.on_script_will_rerun


def install() -> None:
    """Apply to every session of this process."""
    SafeSessionState.on_script_will_rerun = _whole  # type: ignore[method-assign, assignment]  # as said above


def _whole(state: SafeSessionState, *args: Any, **more: Any) -> None:
    look_for_newer = state._yield_callback  # noqa: SLF001 - nothing public does this; tests/browser notices when it goes
    # Set as Streamlit sets it: by plain assignment it would become a value of the state.
    object.__setattr__(state, "_yield_callback", lambda: None)
    try:
        _take_down(state, *args, **more)
    finally:
        object.__setattr__(state, "_yield_callback", look_for_newer)
