"""The counts beside the lines of a draft."""

from leadership_model.conditions.sentence import parse
from leadership_model.query import draft
from leadership_model.query.distributions import distributions
from leadership_model.query.suggest import element_before, suggest
from leadership_model.query.tally import answer_of, people_of, tally


def read(world, text):
    return draft.draft_of(parse(text, world.catalogue))


def count(world, text):
    return int(world.facts.tri(parse(text, world.catalogue)).sure.sum())


def test_a_draft_is_answered_as_its_condition(world):
    text = "年龄 <= 45 且 (性别 = 女 或 学历 >= 大学) 且 非 (民族 = 彝族)"
    assert int(answer_of(world, read(world, text)).sure.sum()) == count(world, text)


def test_lines_run_down_and_the_last_is_the_whole(world):
    text = "年龄 <= 45 且 性别 = 女 且 学历 >= 大学"
    found = tally(world, read(world, text))
    assert found[0,].left == count(world, "年龄 <= 45")
    assert found[1,].left == count(world, "年龄 <= 45 且 性别 = 女")
    assert found[2,].left == found[()].left == count(world, text)
    assert found[1,].alone == count(world, "性别 = 女")
    assert found[1,].without == count(world, "年龄 <= 45 且 学历 >= 大学")


def test_parts_of_an_any_group_count_beside_each_other(world):
    found = tally(world, read(world, "年龄 <= 45 且 (性别 = 女 或 学历 >= 大学)"))
    assert found[1, 0].left == count(world, "年龄 <= 45 且 性别 = 女")
    assert found[1, 1].left == count(world, "年龄 <= 45 且 学历 >= 大学")


def test_a_line_of_a_none_group_says_who_is_left_without_it(world):
    found = tally(world, read(world, "年龄 <= 45 且 非 (性别 = 女 或 民族 = 彝族)"))
    assert found[1, 0].left == count(world, "年龄 <= 45 且 非 (性别 = 女)")
    assert found[1, 1].left == found[()].left


def test_a_line_switched_off_has_only_its_own_count(world):
    root = draft.toggle(read(world, "年龄 <= 45 且 性别 = 女"), (1,))
    found = tally(world, root)
    assert found[1,].alone == count(world, "性别 = 女")
    assert found[1,].left is None
    assert found[()].left == count(world, "年龄 <= 45")


def test_the_people_of_every_count_are_as_many_as_it_says(world):
    root = read(world, "年龄 <= 45 且 (性别 = 女 或 学历 >= 大学)")
    for path, each in tally(world, root).items():
        for which in ("alone", "left", "without", "unknown"):
            assert int(people_of(world, root, path, which).sum()) == getattr(each, which)


def test_bars_hold_everybody_once(world):
    everybody = list(range(world.facts.count))
    for each in distributions(world, everybody):
        ids = [id for bar in each.bars for id in bar.ids]
        assert len(ids) == len(set(ids)) <= len(everybody)
        if each.name in ("学历", "班子类别"):
            assert len(ids) == len(everybody)


def test_bars_of_nobody(world):
    assert all(not each.bars for each in distributions(world, []))


def test_values_follow_an_operator_and_names_a_conjunction(world):
    known = world.catalogue
    assert "性别" in suggest("年龄 <= 40 且 ", 11, known).words
    assert suggest("性别 = 女", 6, known, ("男", "女")).words == ("男", "女")
    assert "乡镇党政正职" in suggest("曾任 乡", 4, known).words
    assert suggest("曾任 乡", 4, known).typed == "乡"
    assert ">=" in suggest("年龄 ", 3, known).words


def test_the_element_whose_value_is_typed():
    assert element_before("年龄 <= 4", 7) == "年龄"
    assert element_before("民族 属于 {汉族, 彝", 12) == "民族"
    assert element_before("年龄 <= 40 且 ", 11) == ""
