"""The official layouts of rosters and the lists of teams, cell by cell."""

import io
import zipfile
from dataclasses import replace

import pytest
from PIL import Image

from leadership_model import months
from leadership_model.papers import (
    family_register,
    photographed,
    roster,
    rosters,
    sheets,
    team_lists,
    word_spread,
    xlsx,
)
from leadership_model.people.person import Education, Person, Relative
from leadership_model.people.post import Post
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit

AS_OF = months.of(2026, 11)


@pytest.fixture(scope="module")
def seating():
    people = [
        Person(
            id="p1", name="沈岚", sex="女", ethnicity="彝族", party="民建",
            birth=months.of(1976, 6), work_start=months.of(1998, 7), post_text="易溪县县长",
            proposed_post="云溪市财政局局长", removed_post="易溪县县长", absent="party_joined",
        ),
        Person(
            id="p2", name="赵云", sex="男", ethnicity="汉族", party="中共党员",
            birth=months.of(1985, 1), party_joined=months.of(2006, 6),
        ),
        Person(id="p3", name="陈默"),
    ]  # fmt: skip
    rest = [
        Unit(id="u", name="易溪县"),
        Team(
            id="t", unit="u", name="易溪县政府领导班子", category="县政府", quota_head=1,
            quota_deputy=3,
        ),
        *(
            Post(id=f"s{at}", team="t", name=name, order=at, role=role)
            for at, (name, role) in enumerate(
                (("县长", "正职"), ("副县长", "副职"), ("副县长", "副职"), ("副县长", "副职"))
            )
        ),
        *(
            Tenure(id=f"n{at}", post=f"s{at}", person=f"p{at + 1}", start=months.of(2021, 3))
            for at in range(3)
        ),
        Education(id="e1", person="p1", mode="全日制", schooling="大学", school="云岭大学"),
        Education(id="e2", person="p2", mode="在职", schooling="中央党校研究生"),
        Relative(id="r1", person="p1", order=1, title="儿子", name="沈小", birth_year=2010),
        Relative(
            id="r0", person="p1", order=0, title="丈夫", name="周明", birth=months.of(1975, 1),
            party="群众", post_text="易溪县中学教师",
        ),
        Relative(id="r2", person="p1", order=2, title="父亲", name="沈老", birth_year=1940,
                 deceased=True),
    ]  # fmt: skip
    return seat(of_records([*people, *rest]), AS_OF)


def rows(spread, first=None):
    """Give the texts of the rows under the heads, by row."""
    start = spread.repeat[1] + 1 if first is None else first
    found = {}
    for cell in spread.cells:
        if cell.row >= start:
            found.setdefault(cell.row, {})[cell.column] = cell.value
    return [list(found[row].values()) for row in sorted(found)]


def test_a_list_for_discussion_has_short_years_and_what_is_proposed(seating):
    sheet = roster.roster(seating, [0], roster.RosterNotes(layout="discussion"))
    (line,) = rows(sheet)
    assert line[:5] == [
        "沈岚",
        "易溪县县长",
        "拟任：云溪市财政局局长\n拟免：易溪县县长",
        "女",
        "76.06",
    ]
    assert line[7] == "98.07"
    assert line[10] == "21.03"


def test_each_layout_has_its_title_and_a_cell_for_every_column(seating):
    for layout in rosters.LAYOUTS.values():
        sheet = roster.roster(seating, [0, 1, 2], roster.RosterNotes(layout=layout.id))
        assert sheet.cells[0].value == layout.title
        assert [len(line) for line in rows(sheet)] == [len(layout.columns)] * 3


def test_photos_stand_in_their_column_on_paper_in_word_and_in_excel(seating, tmp_path):
    made = io.BytesIO()
    Image.new("RGB", (188, 230), "#446").save(made, "JPEG")
    photo = made.getvalue()
    plain = roster.roster(
        seating, [1, 0], roster.RosterNotes(layout="motion"), [("甲组", [1]), ("乙组", [0])]
    )
    sheet = photographed.photographed(plain, [photo, None])
    given = [(cell.row, cell.column) for cell in sheet.cells if cell.picture]
    assert given == [(5, 2)]
    assert dict(sheet.heights)[5] >= photographed.ROW
    (picture,) = [each for page in sheets.paper_of("x", [sheet]).pages for each in page.pictures]
    assert picture.jpeg == photo
    assert picture.width < picture.height
    xlsx.write(tmp_path / "a.xlsx", [sheet])
    word_spread.write(tmp_path / "a.docx", "x", [sheet])
    for name in ("a.xlsx", "a.docx"):
        with zipfile.ZipFile(tmp_path / name) as package:
            media = [each for each in package.namelist() if "/media/" in each]
            assert [package.read(each) for each in media] == [photo]
    common = roster.roster(seating, [0], roster.RosterNotes())
    assert photographed.photographed(common, [photo]) is common


def test_a_roster_of_a_team_shows_empty_seats(seating):
    sheet = team_lists.team_roster(seating, [0])
    group, *lines = rows(sheet)
    assert group == ["易溪县政府领导班子　岗位 4　空缺 1"]
    assert [line[2] for line in lines] == ["沈岚", "赵云", "陈默", "（空缺）"]
    assert lines[0][5:7] == ["1976.06", "50"]
    assert lines[0][12] == "2021.03"


def test_the_ledger_counts_quota_holders_and_gaps(seating):
    assert [(each.quota, each.held) for each in team_lists.counts(seating, 0)] == [
        (1, 1),
        (3, 2),
        (None, 0),
    ]
    (line,) = rows(team_lists.ledger(seating, [0]))
    assert line == [
        *("易溪县政府领导班子", "县政府", 4, 3, "", 1),
        *(1, 1, "", "", 3, 2, "", 1, ""),
    ]


def test_a_quota_that_is_not_on_record_makes_nobody_superfluous(seating):
    snapshot = seating.snapshot
    team = replace(snapshot.teams.record(0), quota_deputy=None)
    records = [each for name in ("person", "unit", "post", "tenure")
               for each in snapshot[name].records()]  # fmt: skip
    sheet = team_lists.ledger(seat(of_records([*records, team]), AS_OF), [0])
    (line,) = rows(sheet)
    assert line[2:6] == ["未填", 3, "", ""]


def test_the_structure_counts_members_and_says_who_is_unclear(seating):
    (line,) = rows(team_lists.structure(seating, [0]))
    assert line[:7] == ["易溪县政府领导班子", 4, 3, 1, 1, 1, 1]
    assert line[7:12] == [0, 1, 1, 0, 0]
    assert line[12] == "45.5"
    assert line[13:16] == [1, 1, 0]
    assert line[16:19] == [0, 1, 0]
    assert line[19] == 2  # nothing is known of one, of another no full-time schooling


def test_the_family_register_keeps_the_order_and_says_who_has_none(seating):
    sheet = family_register.family_register(seating, [0, 1])
    lines = rows(sheet)
    assert lines[0][3:] == ["丈夫", "周明", "1975.01", "51", "群众", "易溪县中学教师", ""]
    assert lines[1][:3] == ["儿子", "沈小", "2010"]
    assert lines[2][3] == ""  # the age of somebody deceased
    assert lines[2][-1] == "已去世"
    assert lines[3][1] == "赵云"
    assert lines[3][4] == "未登记"
    merged = [cell for cell in sheet.cells if cell.rows == 3]
    assert [cell.value for cell in merged] == ["1", "沈岚", "易溪县县长"]
