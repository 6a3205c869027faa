"""The core knows no Streamlit, no clock, no network, no environment and no chance."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.builders import ROOT

MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "logic").rglob("*.py"))
}

# What may be imported from outside: a module that is not here needs a reason, and a place in this list.
OF_PYTHON = {
    "abc", "argparse", "base64", "bisect", "collections", "contextlib", "dataclasses", "datetime", "decimal", "difflib",
    "enum", "fractions", "functools", "hashlib", "heapq", "html", "io", "itertools", "json", "math", "operator",
    "pathlib", "re", "stat", "statistics", "string", "sys", "textwrap", "typing", "unicodedata", "uuid", "xml", "zlib",
}  # fmt: skip
OF_OTHERS = {
    "fontTools",
    "jinja2",
    "markupsafe",
    "pikepdf",
    "plotly",
    "pydantic",
    "pydantic_core",
    "typst",
    "yaml",
    "joserfc",
}

# The names by which a clock, the environment, chance or a command would be reached.
FORBIDDEN = {
    "now", "today", "utcnow", "fromtimestamp", "environ", "getenv", "urandom", "random", "uuid4", "perf_counter",
    "monotonic", "sleep", "urlopen", "socket", "__import__", "import_module", "eval", "exec", "home",
    "expanduser", "cwd",
}  # fmt: skip

# The check that no verdict has a place reads the code itself.
READS_CODE = {"logic.checks.neutrality.verdicts": {"importlib", "import_module", "inspect", "pkgutil", "types"}}


@cache
def code(name: str) -> tuple[ast.AST, ...]:
    """All that the code of a module is made of."""
    return tuple(ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))))


def imports(name: str) -> Iterator[str]:
    """The full names of what a module imports."""
    for node in code(name):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "Imports name the whole path."
            yield node.module or ""


def names(name: str) -> Iterator[str]:
    """The names by which a module reaches for something."""
    for node in code(name):
        match node:
            case ast.Attribute(attr=attr):
                yield attr
            case ast.Name(id="eval" | "exec" | "__import__" as built_in):
                yield built_in
            case ast.ImportFrom(names=aliases):
                yield from (alias.name for alias in aliases)


def test_modules__their_imports__are_the_core_itself_or_harmless() -> None:
    """Nothing that the core is made of can look at a clock, the network, the environment or a screen."""
    outside = {name: {module.partition(".")[0] for module in imports(name)} - {"logic"} for name in MODULES}

    assert {"re", "pydantic"} <= set().union(*outside.values())
    assert {
        (name, module)
        for name, modules in outside.items()
        for module in modules - OF_PYTHON - OF_OTHERS - READS_CODE.get(name, set())
    } == set()


def test_modules__names_in_them__reach_no_clock_and_no_environment() -> None:
    """A harmless module can hold a clock, such as datetime.now; the core names none."""
    assert {"combine", "isoformat"} <= {found for name in MODULES for found in names(name)}
    assert {
        (name, found) for name in MODULES for found in {*names(name)} & FORBIDDEN - READS_CODE.get(name, set())
    } == set()


def test_modules__of_logic_that_others_import__exist() -> None:
    """The walk over the imports reaches all there is, so nothing can hide behind a name."""
    imported = {found for name in MODULES for found in imports(name) if found.startswith("logic")}

    assert imported
    assert imported <= set(MODULES)


def test_core__imported_whole_by_itself__brings_neither_screen_nor_network(tmp_path: Path) -> None:
    """Whatever its dependencies import in turn, no Streamlit and no client of the network comes along."""
    drawing = ("logic.outputs", "logic.checks", "logic.command_line", "logic.__main__")
    core = [name for name in MODULES if not name.startswith(drawing)]
    program = f"import sys\nfor name in {core!r}: __import__(name)\nprint(*sorted(sys.modules), sep='\\n')"
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(told.stdout.split())

    assert set(core) <= loaded
    assert loaded & {"streamlit", "requests", "urllib3", "httpx", "http.client", "urllib.request", "tornado"} == set()


def test_outputs__imported_whole__bring_no_screen(tmp_path: Path) -> None:
    """The command line makes every file without Streamlit."""
    program = f"import sys\nfor name in {list(MODULES)!r}: __import__(name)\nprint('streamlit' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout == "False\n"
