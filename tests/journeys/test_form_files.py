"""Form files in and out through the command line: equal, exact, and one finding only."""

import shutil
from pathlib import Path

import pytest
from lxml import etree

from leadership_model import months
from leadership_model.cli.run import main
from leadership_model.people.retirement import statutory_month
from leadership_model.people.seating import seat
from leadership_model.sample import photo as photos
from leadership_model.store import engine as stores
from leadership_model.store import load, photo
from leadership_model.store.actor import Actor

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.lrmx"))


def elements(path):
    """All elements of a form in order: tag, trimmed text; line ends as one."""
    root = etree.fromstring(Path(path).read_bytes())
    return [(e.tag, (e.text or "").replace("\r\n", "\n").strip()) for e in root.iter()]


def written(ask, db, out, name):
    ask("export", db, "--kind", "lrmx", "--where", f"姓名 = {name}", "--out", str(out))
    return out


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_file_into_an_empty_base_comes_back_equal(sample, ask, tmp_path):
    told = ask("import", tmp_path / "new.db", str(sample))
    assert told["new"] == 1
    out = written(ask, tmp_path / "new.db", tmp_path / "out.lrmx", "甲示例")
    assert elements(out) == elements(sample)


def test_both_samples_are_there():
    assert len(SAMPLES) == 2


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_one_edited_field_changes_only_its_element(sample, ask, tmp_path):
    db = tmp_path / "new.db"
    ask("import", db, str(sample))
    edited = tmp_path / "edited.lrmx"
    text = sample.read_text("utf-8-sig")
    text = text.replace("<JiGuan>示例虚构</JiGuan>", "<JiGuan>云岭易溪</JiGuan>")
    edited.write_text(text, "utf-8")
    assert ask("import", db, str(edited))["changed"] == 1
    out = written(ask, db, tmp_path / "out.lrmx", "甲示例")
    before, after = elements(sample), elements(out)
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        (("JiGuan", "示例虚构"), ("JiGuan", "云岭易溪"))
    ]


def test_importing_twice_changes_nothing(ask, tmp_path):
    db = tmp_path / "new.db"
    ask("import", db, str(SAMPLES[0]))
    told = ask("import", db, str(SAMPLES[0]))
    assert (told["new"], told["changed"], told["unchanged"]) == (0, 0, 1)


def test_a_dry_run_writes_nothing(ask, own_city):
    before = len(ask("query", own_city, "--where", "姓名 已知")["people"])
    assert ask("import", own_city, "--dry-run", str(SAMPLES[0]))["new"] == 1
    assert len(ask("query", own_city, "--where", "姓名 已知")["people"]) == before


def findings(ask, db):
    told = ask("assess", db, "--all", "--full")["teams"]
    return {
        (team["id"], rule["rule"], rule["post"], tuple(rule["people"])): rule
        for team in told
        for rule in team["rules"]
    }, [{key: value for key, value in team.items() if key != "rules"} for team in told]


def near_retirement(db):
    """Somebody about to be told of retirement, or just told, and a month of birth on the other side.

    The age in years stays the same, so that nothing but R1 can change.
    """
    engine = stores.open(db, Actor("测试", lambda: "2026-11-01T00:00:00"))
    snapshot = load.snapshot(engine)
    engine.dispose()
    month = snapshot.default_month
    seating = seat(snapshot, month)
    for position in sorted({int(p) for p in seating.holder if p >= 0}):
        person = snapshot.people.record(position)
        if person.birth is None or person.sex != "男" or person.early_retirement is not None:
            continue
        if len(seating.posts_of(position)) != 1:
            continue
        due = statutory_month("男", person.birth, person.level)
        for shift in (-1, 1, -2, 2, -3, 3, -4, 4):
            birth = person.birth + shift
            moved = statutory_month("男", birth, person.level)
            crosses = (due > month) != (moved > month)
            same_age = months.years_between(birth, month) == months.years_between(
                person.birth, month
            )
            if crosses and same_age:
                return person, birth
    return None


def test_a_birth_month_moved_across_retirement_changes_that_one_finding(ask, own_city, tmp_path):
    found = near_retirement(own_city)
    assert found is not None, "the city has nobody so near retirement"
    person, birth = found
    before, rest_before = findings(ask, own_city)
    folder = tmp_path / "forms"
    ask(
        "export",
        own_city,
        "--kind",
        "lrmx",
        "--where",
        f"姓名 = {person.name}",
        "--out",
        str(folder),
    )
    files = list(folder.glob("*.lrmx"))
    form = next(f for f in files if len(files) == 1 or person.id in f.name)
    old = f"<ChuShengNianYue>{months.show_digits(person.birth)}"
    text = form.read_text("utf-8-sig")
    assert text.count(old) == 1
    changed = tmp_path / "moved.lrmx"
    changed.write_text(text.replace(old, f"<ChuShengNianYue>{months.show_digits(birth)}"), "utf-8")
    assert ask("import", own_city, str(changed))["changed"] == 1
    after, rest_after = findings(ask, own_city)
    differences = {key for key in before | after if before.get(key) != after.get(key)}
    assert {key[1] for key in differences} == {"R1"}
    assert len(differences) == 1
    key = next(iter(differences))
    assert {before[key]["severity"], after[key]["severity"]} == {"note", "forbid"}
    assert before[key]["result"] == after[key]["result"] == "fail"
    assert rest_after == rest_before


def test_bad_files_give_issues_and_stop_nobody(ask, tmp_path):
    folder = tmp_path / "forms"
    folder.mkdir()
    good = SAMPLES[0].read_bytes()
    shutil.copy(SAMPLES[0], folder / "good.lrmx")
    (folder / "empty.lrmx").write_bytes(b"")
    (folder / "half.lrmx").write_bytes(good[: len(good) // 3])
    (folder / "text.lrmx").write_text("这不是表", "utf-8")
    doctype = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "b">]><Person><XingMing>&a;</XingMing></Person>'
    (folder / "entity.lrmx").write_bytes(doctype)
    told = ask("import", tmp_path / "new.db", str(folder))
    assert told["new"] == 1
    blamed = {Path(issue["file"]).name for issue in told["issues"]}
    assert {"empty.lrmx", "half.lrmx", "text.lrmx", "entity.lrmx"} <= blamed
    assert all(issue["text"] for issue in told["issues"])


def test_the_user_s_faults_are_one_sentence_and_exit_code_2(city, tmp_path, capsys):
    for command in (
        ["query", "--db", str(city), "--where", "年龄 >= 大学"],
        ["query", "--db", str(city), "--where", "年龄 >="],
        ["assess", "--db", str(city), "--team", "no-such-team"],
        ["match", "--db", str(city), "--post", "nobody"],
        ["assess", "--db", str(tmp_path / "none.db"), "--all"],
        ["assess", "--db", str(city), "--all", "--as-of", "soon"],
        ["assess", "--db", str(city)],
        ["staff", "--db", str(city), "--teams", "no-such-team"],
        ["sample", "--db", str(city)],
        ["restore", "--db", str(tmp_path / "x.db"), "--from", str(tmp_path / "none.db")],
        ["export", "--db", str(city), "--kind", "roster", "--out", str(tmp_path / "r.xlsx")],
    ):
        capsys.readouterr()
        assert main(command) == 2, command
        told = capsys.readouterr()
        assert told.out == ""
        assert len(told.err.strip().splitlines()) == 1, told.err
        assert any("一" <= c <= "鿿" for c in told.err)


def test_photos_of_a_sample_city_are_drawn_and_stored_ones_go_before(own_city):
    engine = stores.open(own_city, Actor("测试", lambda: "2026-11-01T00:00:00"))
    snapshot = load.snapshot(engine)
    has = snapshot.people.raw("has_photo")
    somebody, nobody = snapshot.people.ids[has.index(1)], snapshot.people.ids[has.index(0)]
    drawn = photos.find(engine, snapshot, somebody)
    assert drawn[:2] == b"\xff\xd8"
    assert photos.find(engine, snapshot, nobody) is None
    photo.put(engine, Actor("测试", lambda: "2026-11-01T00:00:00"), somebody, b"\xff\xd8stored")
    assert photos.find(engine, load.snapshot(engine), somebody) == b"\xff\xd8stored"
    engine.dispose()
