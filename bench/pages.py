"""The pages of docs/ that hold what was measured, each table between the marks that name its part."""

from collections.abc import Mapping

from tests.server_process import ROOT

END = "<!-- end -->"
PAGES = (ROOT / "docs" / "benchmarks.md", ROOT / "docs" / "sizing.md")


def write(told: Mapping[str, str]) -> None:
    """Put each part between its marks in the pages that have them."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for name, tables in told.items():
            begin, rest = text.partition(f"<!-- bench: {name} -->\n")[::2]
            if rest:
                text = f"{begin}<!-- bench: {name} -->\n\n{tables}\n{rest[rest.index(END) :]}"
        page.write_text(text, encoding="utf-8")
