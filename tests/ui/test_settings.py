"""Settings come back as they were saved, whatever stands in the file."""

import tomllib
from dataclasses import asdict
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ui import settings
from ui.settings import Settings, TableLayout

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values = st.one_of(texts, st.booleans(), st.integers(-9999, 9999), st.lists(texts, max_size=3))


def test_they_come_back_as_saved(own_home):
    made = Settings(theme="dark", scale=125, recent=["a b", "云溪\"市'\\"], choices={"k.x": "值"})
    made.tables["query.people"] = TableLayout(["a", "b"], {"a": 90}, ["b"], [], ["-a", "b"])
    made.sizes["query"] = [200, 300]
    settings.save(made)
    assert settings.load() == made


def test_without_a_file_they_are_the_defaults(own_home):
    assert settings.load() == Settings()


def test_wrong_types_and_unknown_names_are_left_out(own_home):
    target = settings.path()
    target.parent.mkdir(parents=True)
    target.write_text('theme = "pink"\nscale = "big"\ncompact = true\nnew = 1\n', "utf-8")
    assert settings.load() == Settings(compact=True)


def test_a_broken_file_is_no_obstacle(own_home):
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text("theme = [", "utf-8")
    assert settings.load() == Settings()


def test_a_home_that_cannot_be_written_is_no_obstacle(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(settings.HOME, str(tmp_path / "file" / "below"))
    settings.save(Settings())


@given(st.dictionaries(texts, values, max_size=4), st.dictionaries(texts, values, max_size=3))
def test_what_is_written_is_toml(plain, inner):
    table = {key: value for key, value in plain.items() if key != "inner"} | {"inner": inner}
    assert tomllib.loads(settings.write(table)) == table


def test_recent_databases_are_kept_once_and_eight_at_most():
    made = Settings()
    for number in [*range(12), 3]:
        made.remember_database(Path(f"{number}.lmdb"))
    assert made.recent[:2] == ["3.lmdb", "11.lmdb"]
    assert len(made.recent) == len(set(made.recent)) == 8
    assert asdict(made)["last_database"] == "3.lmdb"
