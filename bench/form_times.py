"""The seconds that pyxform takes to read an XLSForm of so many questions: `python -m bench.form_times QUESTIONS`."""

import importlib
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.made_form import xlsform


def written(folder: Path, count: int) -> Path:
    """Write the form as the file that its authors write; return where it is."""
    openpyxl: Any = importlib.import_module("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in xlsform(count).items():
        heads = list(dict.fromkeys(head for row in rows for head in row))
        sheet = book.create_sheet(name)
        sheet.append(heads)
        for row in rows:
            sheet.append([row.get(head) for head in heads])
    book.save(folder / "form.xlsx")
    return folder / "form.xlsx"


def main(count: int) -> None:
    """Print the seconds, without those of loading pyxform."""
    reader: Any = importlib.import_module("pyxform.xls2xform")
    with tempfile.TemporaryDirectory() as folder:
        form = written(Path(folder), count)
        begun = time.perf_counter()
        made = reader.convert(form)
        taken = time.perf_counter() - begun
    if made.xform.count("<bind ") < count:
        raise RuntimeError("pyxform has not read every question.")
    print(json.dumps(taken))


if __name__ == "__main__":
    main(int(sys.argv[1]))
