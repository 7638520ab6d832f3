"""Rows on files: a roster of everybody, and 1,000 forms with photos through the window."""

import functools
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from leadership_model import months
from leadership_model.exchange import folder as folders
from leadership_model.exchange import lrmx, outgoing, whole
from leadership_model.exchange.entry import Entry
from leadership_model.exchange.plan import plan
from leadership_model.people.areas import areas_of
from leadership_model.store import engine as stores
from leadership_model.store import load
from tests.bench.domain import ACTOR, City, same
from tests.bench.peers import openpyxl_names
from tests.bench.table import Row, median_ms

COLUMNS = ("name", "post_text", "sex", "ethnicity", "origin", "birth", "work_start", "party")
HEADINGS = ("姓名", "现任职务", "性别", "民族", "籍贯", "出生年月", "参加工作时间", "政治面貌")


def roster(city: City) -> Row:
    """Read a workbook with a row for everybody and hold it against the base."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "名册.xlsx"
        _write(city, path)
        areas = areas_of(city.snapshot)
        planned: list[Entry] = []

        def ours() -> None:
            cleaned, issues = folders.read([path], areas)
            planned[:] = plan(city.snapshot, cleaned, issues).entries

        mine = median_ms(ours, 3) / 1000
        other = median_ms(lambda: openpyxl_names.names(path), 1) / 1000
        same([each.name for each in planned], openpyxl_names.names(path))
        same({each.state for each in planned} <= {"unchanged", "conflicting"}, True)
        rows = f"{len(planned)} rows"
        return Row("roster to a plan", rows, mine, "s", "openpyxl (names only)", other, 3.0)


def _write(city: City, path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("名册")
    sheet.append(HEADINGS)
    people = city.snapshot.people
    for row in zip(*(people.raw(name) for name in COLUMNS), strict=True):
        sheet.append([_cell(name, value) for name, value in zip(COLUMNS, row, strict=True)])
    book.save(path)


def _cell(name: str, value: object) -> object:
    if name in ("birth", "work_start") and isinstance(value, int):
        return months.show(value) if value > 0 else ""
    return value or ""


@functools.cache
def through_the_window(path: Path) -> dict[str, Any]:
    """Import 1,000 forms with photos of 330 KB through the window: half known, half new."""
    with tempfile.TemporaryDirectory() as place:
        files, base, home = (Path(place) / name for name in ("forms", "base.db", "home"))
        files.mkdir()
        shutil.copy(path, base)
        snapshot, source = load.snapshot(stores.open(base, ACTOR)), random.Random(1)
        for at in range(1000):
            picture = b"\xff\xd8\xff\xe0" + source.randbytes(330_000) + b"\xff\xd9"
            everything = whole.of_snapshot(snapshot, at, picture)
            if at % 2:
                who = replace(everything.person, name=f"{everything.person.name}新", id_number=None)
                everything = replace(everything, person=who)
            (files / f"{at}.lrmx").write_bytes(lrmx.write(outgoing.form_of(everything)))
        command = [sys.executable, "-m", "tests.bench.import_child", str(base), str(files)]
        env = {**os.environ, "LEADERSHIP_MODEL_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        ran = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SystemExit(f"the import failed:\n{ran.stderr}")
    found = dict(json.loads(ran.stdout))
    same(found["counts"], {"new": 500, "changed": 500, "unchanged": 0, "conflicting": 0})
    return found


def _row(city: City, key: str, name: str, unit: str, budget: float) -> Row:
    value = float(through_the_window(city.path)[key])
    return Row(name, "1000 forms with photos", value, unit, "", None, budget)


def import_preview(city: City) -> Row:
    """Seconds until the preview of 1,000 forms is in sight."""
    return _row(city, "preview", "import: to the preview", "s", 10.0)


def import_apply(city: City) -> Row:
    """Seconds until they are in the base."""
    return _row(city, "apply", "import: to the report", "s", 5.0)


def import_memory(city: City) -> Row:
    """The most memory the window held."""
    return _row(city, "peak", "import: memory", "MB", 600.0)


def import_pause(city: City) -> Row:
    """The longest pause of the window while it read, compared and wrote."""
    found = through_the_window(city.path)
    longest = max(found["preview_pause"], found["apply_pause"])
    return Row("import: pause of the window", "1000 forms", longest, "ms", "", None, 50.0)


ROWS = (roster, import_preview, import_apply, import_memory, import_pause)
