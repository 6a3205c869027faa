"""What the guide goes by inside of Streamlit: that all of it is there, and that whatever goes is named at start."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState

from tests.builders import ROOT
from tests.server_process import serve
from tests.visitor import visit
from ui.server import streamlit_internals, streamlit_page
from ui.server.streamlit_internals import HIDDEN_OPTIONS, INSIDE, Inside
from ui.session.storage import Storage
from ui.session.visit import Visit, keep_deleted

ALLOWED = [ROOT / "ui" / "server" / f"streamlit_{name}.py" for name in ("changes", "internals", "messages")]
PRIVATE = re.compile(r"streamlit\.(?!testing\b)\w+|uvicorn\b")
SCRIPTS = streamlit_internals.static_folder() / "static" / "js"
LOOKS = [path for path in sorted((ROOT / "ui").rglob("*")) if path.suffix in (".js", ".css", ".html")]


def take_away(monkeypatch: pytest.MonkeyPatch, item: Inside) -> None:
    """Make a class like one of a Streamlit without this attribute."""
    if hasattr(item.owner, item.name):
        monkeypatch.delattr(item.owner, item.name)
    monkeypatch.setattr(
        item.owner, "__annotations__", {name: 0 for name in item.owner.__annotations__ if name != item.name}
    )
    if item.name in getattr(getattr(vars(item.owner).get("__init__"), "__code__", None), "co_names", ()):
        monkeypatch.setattr(item.owner, "__init__", lambda self: None)


def test_all_that_the_guide_goes_by_is_there() -> None:
    """The pinned version has each attribute, option and module, and each name in its page."""
    assert streamlit_internals.missing() == []
    streamlit_internals.check()


@pytest.mark.parametrize("item", INSIDE, ids=lambda item: f"{item.owner.__name__}.{item.name}")
def test_an_attribute_that_is_gone_is_named_with_its_use(monkeypatch: pytest.MonkeyPatch, item: Inside) -> None:
    """Whoever raises Streamlit reads what to look for and what would no longer work."""
    take_away(monkeypatch, item)

    with pytest.raises(streamlit_internals.StreamlitChanged) as told:
        streamlit_internals.check()
    assert f"{item.owner.__qualname__}.{item.name}: {item.use}" in str(told.value)
    assert "streamlit_internals.py" in str(told.value)


def test_an_option_that_is_gone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit only warns of an option that it does not know."""
    monkeypatch.setitem(HIDDEN_OPTIONS, "runner.gone", "speed")

    assert streamlit_internals.missing() == ["the option runner.gone: speed"]


TELL_IMPORTS = """
import sys
import threading
from pathlib import Path


class Told:
    def find_spec(self, name, path=None, target=None):
        if threading.current_thread().name == "ScriptRunner.scriptThread":
            with (Path.home() / "imported").open("a") as file:
                print(name, file=file)


sys.meta_path.insert(0, Told())
"""


def test_the_first_visitor_s_run_loads_no_program_of_others(tmp_path: Path) -> None:
    """It loads our own screens, once."""
    with serve(ROOT / "app.py", tmp_path, first=TELL_IMPORTS) as running, visit(running, "guide") as person:
        person.put((ROOT / "tests" / "fixtures" / "personas" / "longest.json").read_text(encoding="utf-8"))
    imported = (tmp_path / "imported").read_text(encoding="utf-8").split()

    assert "ui.screens.guide" in imported
    assert [name for name in imported if not name.startswith(("ui.", "logic.", "encodings."))] == []


def page_without(folder: Path, gone: str) -> Path:
    """Write Streamlit's scripts as one, without a word; longer words that hold it stay."""
    words = sorted({word for entry in streamlit_page.NAMES.values() for word in re.findall(r"[\w-]+", entry)})
    kinds = {re.sub(r"(stBaseButton-)\w+", r"\1${kind}", word) for word in words}
    (folder / "index.a.js").write_text(" ".join(f"`{word}`" for word in kinds if word != gone), encoding="utf-8")
    return folder


@pytest.mark.parametrize("gone", ["stRadio", "stApp", "data-test-script-state", "notRunning", "react-aria-ComboBox"])
def test_a_name_that_is_gone_from_the_page_is_named(tmp_path: Path, gone: str) -> None:
    """Also where a longer name that begins alike is still there."""
    told = streamlit_page.missing(page_without(tmp_path, gone))

    assert [line.split()[0] for line in told] == [gone]
    assert streamlit_page.missing(page_without(tmp_path, "")) == []


def test_a_server_whose_streamlit_has_changed_does_not_start_and_says_why(tmp_path: Path) -> None:
    """In one list of what is gone, without the program's inside."""
    app = tmp_path / "changed.py"
    app.write_text(
        "from streamlit.runtime.media_file_manager import MediaFileManager\n"
        "import ui.server.streamlit_internals\n"
        "del MediaFileManager.remove_orphaned_files\n"
        "import streamlit as st\n"
        "from app import lifespan\n"
        "app = st.App('changed.py', lifespan=lifespan)\n",
        encoding="utf-8",
    )
    with (
        pytest.raises(RuntimeError, match=r"MediaFileManager\.remove_orphaned_files: a download") as told,
        serve(app, tmp_path),
    ):
        pass
    assert "Traceback" not in str(told.value)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_other_module_imports_what_streamlit_keeps_for_itself() -> None:
    """Everything else of the screens and the server uses `st` and what the guide makes of the inside."""
    sources = [ROOT / "app.py", *sorted((ROOT / "ui").rglob("*.py"))]
    others = [(path.name, name) for path in sources if path not in ALLOWED for name in imported(path)]

    assert len(sources) > 40
    assert [pair for pair in others if PRIVATE.match(pair[1])] == []


def test_scripts_and_style_sheets_take_each_name_of_streamlit_s_page_from_the_list() -> None:
    """None of them names a test id or a state itself, and every name on the list is used."""
    texts = {
        path.name: path.read_text(encoding="utf-8") for path in (*LOOKS, ROOT / "ui" / "browser_store" / "script.py")
    }
    raw = re.compile(r"data-(?!wanted)[a-z-]+=?|dataset\.|\bst[A-Z]\w+|react-aria|stBase")

    assert len(LOOKS) > 12
    assert [f"{name}: {found[0]}" for name, text in texts.items() for found in raw.finditer(text)] == []
    used = {found[1] for text in texts.values() for found in re.finditer(r":--([a-z-]+)", text)}
    assert used == set(streamlit_page.NAMES)


def test_a_name_that_is_not_on_the_list_is_refused() -> None:
    """A slip of the pen in a style sheet stops the server instead of styling nothing."""
    assert streamlit_page.filled(":--app p { }") == "[data-testid=stApp] p { }"
    with pytest.raises(KeyError, match="apq"):
        streamlit_page.filled(":--apq p { }")


def test_an_entry_can_stand_in_a_script_between_any_quotation_marks() -> None:
    """A quotation mark of its own would end the string that it is put into."""
    assert [entry for entry in streamlit_page.NAMES.values() if set(entry) & set("\"'`")] == []


def test_no_folder_of_the_screens_is_full_and_the_two_entries_stay_short() -> None:
    """Fifteen files are a list that a reader takes in; what starts and what draws fit on a page or two."""
    folders = [
        ROOT / "ui",
        *(path for path in (ROOT / "ui").rglob("*") if path.is_dir() and path.name != "__pycache__"),
    ]
    counts = {folder.name: len([path for path in folder.iterdir() if path.is_file()]) for folder in folders}

    assert len(counts) > 8
    assert {name: count for name, count in counts.items() if count > 15} == {}
    assert all(len((ROOT / name).read_text(encoding="utf-8").splitlines()) < 150 for name in ("app.py", "ui/main.py"))


def test_the_inside_is_imported_by_a_running_guide() -> None:
    """The check looks at the same classes that the server works with."""
    assert sys.modules["streamlit.runtime"].Runtime is INSIDE[0].owner


def test_nothing_ends_a_callback_half_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit ends a run at any use of its state where the page has sent something newer, but not a callback."""
    monkeypatch.setattr(SafeSessionState, "on_script_will_rerun", SafeSessionState.on_script_will_rerun)
    streamlit_internals.finish_callbacks()
    newer: list[bool] = []
    state = SafeSessionState(SessionState(), lambda: newer.append(True))
    monkeypatch.setattr(SessionState, "on_script_will_rerun", lambda *_, **__: "answer" in state)
    state.on_script_will_rerun(None)
    assert newer == []

    assert "answer" not in state
    assert newer == [True]


def test_nothing_ends_the_emptying_of_a_session_half_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ended when all is gone, it would be a new session, and the page that asked for it would wait for ever."""
    inner = SessionState()

    def newer() -> None:
        assert "visit" in inner

    state = SafeSessionState(inner, newer)
    inner["visit"] = Visit(storage=Storage(over=True))
    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(streamlit_internals, "get_script_run_ctx", lambda: SimpleNamespace(session_state=state))
    keep_deleted()

    assert state["visit"].storage.over
