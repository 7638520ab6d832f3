import json
from dataclasses import replace

import pytest
from sqlalchemy import text

from leadership_model.changes import NOTHING
from leadership_model.errors import StaleError, UserError
from leadership_model.people.person import Education, Kinship, Person
from leadership_model.people.post import Post
from leadership_model.people.team import Indicator, Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.store import audit, bulk, load, records
from leadership_model.store.connection import reading
from leadership_model.store.extent import HANDFUL
from leadership_model.store.nouns import SavedQuery
from tests.leadership_model.store.conftest import find, small_city


@pytest.fixture
def city(base, actor):
    bulk.write(base, actor, small_city())
    return base


def person(city):
    return find(city, Person, "p-1")


def test_a_new_record_gets_a_version_and_a_moment(city, actor):
    records.add(city, actor, Person(id="p-9", name="孙丽", version=7))
    stored = find(city, Person, "p-9")
    assert stored.version == 1
    assert stored.changed_at.startswith("2026-11-03")


def test_an_id_can_be_given_once(city, actor):
    with pytest.raises(UserError, match="干部编号“p-1”已被使用"):
        records.add(city, actor, Person(id="p-1", name="别人"))
    assert person(city).name == "李明"


def test_what_is_not_there_is_none(city):
    assert find(city, Person, "nobody") is None


def test_saving_raises_the_version_by_one(city, actor):
    old = person(city)
    changes = records.save(city, actor, replace(old, name="李铭"))
    new = person(city)
    assert (new.name, new.version) == ("李铭", old.version + 1)
    assert new.changed_at > old.changed_at
    assert changes.kinds == {"person"}
    assert changes.people == frozenset({"p-1"})


def test_a_stale_record_is_refused_and_named(city, actor):
    old = person(city)
    records.save(city, actor, replace(old, name="李铭"))
    with pytest.raises(StaleError, match=r"干部“李铭”已被别人改过.*第 1 版.*第 2 版"):
        records.save(city, actor, replace(old, name="李鸣"))
    assert person(city).name == "李铭"


def test_a_version_from_the_future_is_stale_too(city, actor):
    with pytest.raises(StaleError):
        records.save(city, actor, replace(person(city), name="李铭", version=2))


def test_a_stale_record_is_refused_even_when_nothing_differs(city, actor):
    old = person(city)
    records.save(city, actor, replace(old, name="李铭"))
    with pytest.raises(StaleError):
        records.save(city, actor, replace(person(city), version=1))


def test_what_was_deleted_meanwhile_does_not_come_back(city, actor):
    other = find(city, Person, "p-2")
    records.delete(city, actor, other)
    with pytest.raises(StaleError, match="已被别人删除"):
        records.save(city, actor, replace(other, name="赵旻"))
    with pytest.raises(StaleError, match="已被别人删除"):
        records.delete(city, actor, other)
    assert find(city, Person, "p-2") is None


def test_saving_what_is_equal_writes_nothing(city, actor):
    lines = audit.lines(city)
    assert records.save(city, actor, person(city)) == NOTHING
    assert person(city).version == 1
    assert audit.lines(city) == lines


def test_the_book_holds_the_fields_that_differ(city, actor):
    records.save(city, actor, replace(person(city), name="李铭", sex="男"))
    line = audit.lines(city, "person", "p-1")[-1]
    before, after = json.loads(line.before or ""), json.loads(line.after or "")
    assert (line.what, before["name"], after["name"]) == ("修改", "李明", "李铭")
    assert (before["sex"], after["sex"]) == (None, "男")
    assert (before["version"], after["version"]) == (1, 2)
    assert "birth" not in after


def test_the_book_holds_the_whole_of_what_comes_and_goes(city, actor):
    query = SavedQuery(id="q-1", label="年轻干部", sentence="年龄 <= 40")
    records.add(city, actor, query)
    records.delete(city, actor, find(city, SavedQuery, "q-1"))
    came, went = audit.lines(city, "saved_query")
    assert (came.what, came.before, json.loads(came.after or "")["label"]) == (
        "新建",
        None,
        "年轻干部",
    )
    assert (went.what, went.after, json.loads(went.before or "")["label"]) == (
        "删除",
        None,
        "年轻干部",
    )


def test_a_refused_write_leaves_no_line_and_no_number(city, actor):
    lines, number = audit.lines(city), load.number(city)
    with pytest.raises(StaleError):
        records.save(city, actor, replace(person(city), name="李铭", version=5))
    assert audit.lines(city) == lines
    assert load.number(city) == number


def test_several_are_written_or_none(city, actor):
    fine = replace(person(city), name="李铭")
    wrong = replace(find(city, Person, "p-2"), name="赵旻", version=5)
    lines = audit.lines(city)
    with pytest.raises(StaleError):
        records.save_many(city, actor, [fine, Person(id="p-3", name="新人"), wrong])
    assert person(city).name == "李明"
    assert find(city, Person, "p-3") is None
    assert audit.lines(city) == lines


def test_a_failing_deletion_takes_the_saves_with_it(city, actor):
    with pytest.raises(UserError):
        records.save_many(
            city, actor, [replace(person(city), name="李铭")], [find(city, Team, "t-1")]
        )
    assert person(city).name == "李明"


def test_what_others_refer_to_is_not_deleted(city, actor):
    with pytest.raises(UserError, match="干部“李明”还有 1 条任职，请先处理它们"):
        records.delete(city, actor, person(city))
    assert person(city) is not None


def test_it_is_deleted_together_with_what_refers_to_it(city, actor):
    changes = records.save_many(city, actor, [], [person(city), find(city, Tenure, "n-1")])
    assert person(city) is None
    assert changes.kinds == {"person", "tenure"}


def test_a_stale_deletion_is_refused(city, actor):
    other = find(city, Person, "p-2")
    records.save(city, actor, replace(other, name="赵旻"))
    with pytest.raises(StaleError):
        records.delete(city, actor, other)


def test_a_row_of_a_person_raises_the_persons_version(city, actor):
    changes = records.save(city, actor, Education(id="e-1", person="p-1", mode="全日制"))
    assert person(city).version == 2
    assert changes.kinds == {"education", "person"}
    assert changes.people == frozenset({"p-1"})


def test_several_rows_raise_it_once(city, actor):
    rows = [Education(id=f"e-{i}", person="p-1", mode="全日制") for i in range(3)]
    records.save_many(city, actor, rows)
    assert person(city).version == 2


def test_a_person_saved_with_his_rows_rises_once(city, actor):
    rows = [Education(id="e-1", person="p-1", mode="全日制"), replace(person(city), name="李铭")]
    records.save_many(city, actor, rows)
    assert person(city).version == 2


def test_an_unchanged_person_rises_with_his_rows(city, actor):
    rows = [person(city), Education(id="e-1", person="p-1", mode="全日制")]
    records.save_many(city, actor, rows)
    assert person(city).version == 2


def test_rows_are_checked_against_the_version_seen(city, actor):
    row = Education(id="e-1", person="p-1", mode="全日制")
    records.save(city, actor, row, seen={"p-1": 1})
    with pytest.raises(StaleError, match="李明"):
        records.save(city, actor, replace(row, mode="在职"), seen={"p-1": 1})
    assert find(city, Education, "e-1").mode == "全日制"


def test_rows_go_with_their_owner(city, actor):
    records.save(city, actor, Education(id="e-1", person="p-2", mode="全日制"))
    gone = [find(city, Person, "p-2"), find(city, Education, "e-1")]
    records.save_many(city, actor, [], gone)
    assert find(city, Person, "p-2") is None


def test_a_row_of_nobody_is_refused(city, actor):
    with pytest.raises(UserError, match="干部“nobody”不在库中"):
        records.save(city, actor, Education(id="e-1", person="nobody", mode="全日制"))


def test_a_figure_raises_its_team(city, actor):
    changes = records.save(
        city, actor, Indicator(id="i-1", team="t-1", year=2025, name="绩效指数", value="92")
    )
    assert find(city, Team, "t-1").version == 2
    assert changes.teams == frozenset({"t-1"})


def test_a_tenure_touches_its_person_and_its_team(city, actor):
    new = Tenure(id="n-2", post="s-2", person="p-2", start=24310)
    changes = records.add(city, actor, new)
    assert changes.people == frozenset({"p-2"})
    assert changes.teams == frozenset({"t-1"})


def test_a_tenure_that_changes_hands_touches_both(city, actor):
    old = find(city, Tenure, "n-1")
    changes = records.save(city, actor, replace(old, person="p-2"))
    assert changes.people == frozenset({"p-1", "p-2"})


def test_kinship_touches_both_relatives(city, actor):
    changes = records.add(
        city, actor, Kinship(id="k-1", person="p-1", relative="p-2", title="妻子")
    )
    assert changes.people == frozenset({"p-1", "p-2"})


def test_a_post_touches_its_team_and_a_unit_nobody(city, actor):
    post = find(city, Post, "s-1")
    assert records.save(city, actor, replace(post, name="区长")).teams == frozenset({"t-1"})
    changes = records.add(city, actor, Unit(id="u-2", name="县财政局", parent="u-1"))
    assert (changes.people, changes.teams) == (frozenset(), frozenset())


@pytest.mark.parametrize(("count", "few"), [(HANDFUL, True), (HANDFUL + 1, False)])
def test_beyond_a_handful_nobody_is_named(city, actor, count, few):
    crowd = [Person(id=f"c-{i}", name="甲") for i in range(count)]
    changes = records.save_many(city, actor, crowd)
    assert (changes.people is not None) == few


def test_units_may_be_written_before_the_unit_they_belong_to(city, actor):
    records.save_many(
        city,
        actor,
        [Unit(id="u-3", name="办公室", parent="u-2"), Unit(id="u-2", name="县财政局")],
    )
    assert find(city, Unit, "u-3").parent == "u-2"


def test_an_unknown_flag_stays_unknown(city, actor):
    records.save(city, actor, replace(person(city), grassroots=None, selected_graduate=False))
    assert person(city).grassroots is None
    assert person(city).selected_graduate == 0
    with reading(city) as connection:
        stored = connection.execute(text("SELECT grassroots FROM person WHERE id = 'p-1'"))
        assert stored.scalar_one() is None
