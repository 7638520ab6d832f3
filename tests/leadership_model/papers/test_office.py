"""LibreOffice, where the machine has it, opens what we write and finds as many pages as we laid."""

import re
import shutil
import subprocess

import pytest

from leadership_model import months
from leadership_model.papers import (
    docx,
    family_register,
    form,
    form_text,
    roster,
    word_spread,
    xlsx,
)
from leadership_model.people.person import Person, Relative
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf.read_bytes()))


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_an_office_opens_every_kind_of_file_with_its_pages(tmp_path):
    """One start of the office for all files: forms, a roster and a register."""
    people = [Person(id=f"p{at}", name=f"沈岚{at}", resume="1998.09--  局长") for at in range(3)]
    relatives = [Relative(id=f"r{at}", person="p0", title="弟弟", name="沈") for at in range(2)]
    snapshot = of_records([*people, *relatives])
    seating = seat(snapshot, months.of(2026, 11))
    texts = [form_text.form_text(snapshot, at, seating.as_of) for at in range(3)]
    docx.write(tmp_path / "form.docx", [form.pages(each) for each in texts])
    sheet = roster.roster(seating, range(3), roster.RosterNotes())
    xlsx.write(tmp_path / "roster.xlsx", [sheet])
    word_spread.write(tmp_path / "roster2.docx", "名册", [sheet])
    xlsx.write(tmp_path / "family.xlsx", [family_register.family_register(seating, range(3))])
    expected = {"form": 6, "roster": 1, "roster2": 1, "family": 1}
    (tmp_path / "plain.txt").write_text("一行", "utf-8")
    files = sorted(str(each) for each in tmp_path.iterdir())
    home = (tmp_path / "home").as_uri()
    done = subprocess.run(
        [OFFICE, f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf", *files],
        cwd=tmp_path,
        capture_output=True,
        timeout=300,
        check=False,
    )
    if not (tmp_path / "plain.pdf").exists():
        pytest.skip("LibreOffice does not run on this machine")
    (tmp_path / "plain.pdf").unlink()
    made = {each.stem: pages_of(each) for each in tmp_path.glob("*.pdf")}
    assert made == expected, done.stderr.decode(errors="replace")
