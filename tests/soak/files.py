"""Damaged files of every kind through reading, cleaning and planning: none may raise."""

import io
import random
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from leadership_model.errors import UserError
from leadership_model.exchange import lrmx, sources
from leadership_model.exchange.clean import clean
from leadership_model.exchange.form import Form
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.plan import STATES, plan
from leadership_model.people.snapshot import Snapshot, of_records

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
Damage = Callable[[bytearray, random.Random], None]


def cut_off(data: bytearray, source: random.Random) -> None:
    """Lose the end, as a copy that was broken off does."""
    del data[source.randrange(len(data)) :]


def flip(data: bytearray, source: random.Random) -> None:
    """Turn single bits over."""
    for _ in range(source.choice((1, 1, 3, 30))):
        data[source.randrange(len(data))] ^= 1 << source.randrange(8)


def overwrite(data: bytearray, source: random.Random) -> None:
    """Put other bytes in the place of single ones."""
    for _ in range(source.choice((1, 1, 3, 30))):
        data[source.randrange(len(data))] = source.randrange(256)


def lose(data: bytearray, source: random.Random) -> None:
    """Lose a piece from the middle."""
    at = source.randrange(len(data))
    del data[at : at + source.randrange(1, 400)]


def repeat(data: bytearray, source: random.Random) -> None:
    """Have a piece twice."""
    at = source.randrange(len(data))
    data[at:at] = data[at : at + source.randrange(1, 400)]


DAMAGES: tuple[Damage, ...] = (cut_off, flip, overwrite, lose, repeat)


@dataclass(frozen=True, slots=True)
class File:
    """A file by its name, whose ending says what it is, and its bytes."""

    name: str
    data: bytes


def damaged(number: int, source: random.Random, files: list[File]) -> File:
    """Make the damaged file of a number; each kind of file and of damage has its turn."""
    file = files[number % len(files)]
    data = bytearray(file.data)
    DAMAGES[source.randrange(len(DAMAGES))](data, source)
    return File(file.name, bytes(data))


def originals() -> list[File]:
    """Give a sample of every kind; forms also in the other encoding that occurs."""
    plain = [path.read_bytes() for path in sorted(SAMPLES.glob("*.lrmx"))]
    forms = plain + [data.decode("utf-8-sig").encode("gb18030") for data in plain]
    text = "姓名,性别,出生年月,入党时间,学历,现任职务\n甲示例,男,1980.03,2004.06,大学,局长\n"
    return [
        *(File("soak.lrmx", data) for data in forms),
        File("soak.lrm", next(SAMPLES.glob("*.lrm")).read_bytes()),
        File("soak.csv", text.encode("gb18030")),
        File("soak.xlsx", _workbook({"名册": text})),
        File("soak.xlsx", _workbook(SHEETS)),
        File("soak.zip", _packed(zipfile.ZIP_STORED)),
        File("soak.hzb", _packed(zipfile.ZIP_DEFLATED)),
        File("soak.7z", _sevened()),
    ]


SHEETS = {
    "B01单位": "单位\n机构名称,机构编码,正职领导职数\n云溪市财政局,X01,1\n",
    "A01人员": "人员\n姓名,身份证号,性别,出生年月\n甲示例,530101198003070011,男,198003\n",
    "A02职务": "职务\n姓名,身份证号,任职机构名称,是否领导成员,成员类别,职务名称,任职时间,任职状态\n"
    "甲示例,530101198003070011,云溪市财政局,是,正职,局长,201103,1\n",
    "A15考核": "考核\n姓名,身份证号,考核年度,考核结论\n甲示例,530101198003070011,2024,优秀\n",
}


def _workbook(sheets: Mapping[str, str]) -> bytes:
    """Make a workbook of sheets given as lines; of a roster or of the 信息采集表."""
    from openpyxl import Workbook

    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    for name, text in sheets.items():
        made = book.create_sheet(name)
        for line in text.splitlines():
            made.append(line.split(","))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _packed(method: int) -> bytes:
    """Pack the sample package; stored, a damage reaches its tables and not only the packing."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as made:
        for path in sorted((SAMPLES / "hzb").rglob("*")):
            if path.is_file():
                made.write(path, str(path.relative_to(SAMPLES)))
    return content.getvalue()


def _sevened() -> bytes:
    from py7zr import SevenZipFile

    content = io.BytesIO()
    with SevenZipFile(content, "w") as made:
        made.writeall(SAMPLES / "hzb", "hzb")
    return content.getvalue()


def base() -> Snapshot:
    """Give a base in which the people of the sample forms are known."""
    made = plan(of_records([]), [clean(_form(file.data)) for file in originals()[:1]])
    records: list[object] = []
    for entry in made.of("new"):
        records += [entry.person, *(row for rows in entry.rows for row in rows.put)]
    return of_records(records)


def run(count: int, seed: int = 1, kept: Path | None = None) -> dict[str, int]:
    """Send `count` damaged files through; give how many came to what.

    An exception is not caught: the file that raised it is written to `kept` first.
    """
    source, files, snapshot = random.Random(seed), originals(), base()
    found = Counter[str]({"files": 0, "refused": 0, "read": 0} | dict.fromkeys(STATES, 0))
    for number in range(count):
        file = damaged(number, source, files)
        passed = False
        try:
            found.update(outcome(file, snapshot))
            passed = True
        finally:
            if not passed and kept is not None:
                kept.with_suffix(Path(file.name).suffix).write_bytes(file.data)
    return dict(found)


def outcome(file: File, snapshot: Snapshot) -> tuple[str, ...]:
    """Read and plan one file; it must come to forms or to a word why not.

    A form of the kind that is written back must say the same when it is read again.
    """
    forms, issues = _read(file)
    if not forms:
        if not issues and file.name != "soak.csv":  # whose only row may have been lost
            raise AssertionError("A file was refused without a word.")
        return "files", "refused"
    made = plan(snapshot, [clean(form) for form in forms], issues, source=random.Random(0))
    states = tuple(each.state for each in made.entries)
    if "conflicting" in states and not made.issues:
        raise AssertionError("A file is in conflict without a word.")
    for form in forms if file.name == "soak.lrmx" else ():
        again, _ = lrmx.read(lrmx.write(form))
        if again is None or again.essence() != form.essence():
            raise AssertionError("A form that was read says something else when written back.")
    return "files", "read", *states


def _read(file: File) -> sources.Read:
    if not file.name.endswith((".zip", ".hzb", ".7z")):
        return sources.read(file.data, file.name, _nothing_beside)
    try:
        return sources.read_archive(file.data, file.name)
    except UserError as error:  # a bit of the packing that says there is a password
        return (), (Issue(file.name, None, None, "error", error.sentence),)


def _nothing_beside(ending: str) -> None:
    return None


def _form(data: bytes) -> Form:
    form, _ = lrmx.read(data)
    if form is None:
        raise ValueError("A sample form cannot be read.")
    return form
