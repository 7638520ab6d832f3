"""What Ctrl+K finds, and in which order."""

import pytest

from ui.palette import index
from ui.palette.index import Entry, Index, search


class Control:
    def check(self):
        pass


def person(id, name, note="", number=""):
    from ui.tables import pinyin

    return Entry("person", id, name, note, *pinyin.searchable(name), number)


PEOPLE = Index(
    (
        person("1", "张三", "易溪县农业农村局局长", "990101199001011234"),
        person("2", "张珊珊", "市教育局科长"),
        person("3", "单建华", "南屏县委书记", "99010119750303123X"),
        person("4", "曾山", "易溪县长"),
        person("5", "赵三强", ""),
        index.command("team", "易溪县政府班子", "易溪县"),
    )
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("张三", ["1"]),
        ("张", ["1", "2"]),
        ("zs", ["1", "4", "2", "5"]),
        ("zengs", ["4"]),
        ("shanjianhua", ["3"]),
        ("djh", ["3"]),
        ("1234", ["1"]),
        ("123x", ["3"]),
        ("张 教育", ["2"]),
        ("yxxzf", ["team"]),
        ("zfbz", ["team"]),
        ("", []),
        ("没有", []),
        ("农业农村局", ["1"]),
        ("县长", ["4"]),
        ("长", []),
    ],
)
def test_search(text, ids):
    assert [entry.id for entry in search(PEOPLE, text)] == ids


def test_commands_come_with_the_rest():
    found = search(PEOPLE, "撤销", [index.command("edit.undo", "撤销", "撤销上一步")])
    assert [entry.id for entry in found] == ["edit.undo"]


def test_no_more_than_asked_for():
    many = Index(tuple(person(str(i), "张三") for i in range(200)))
    assert len(search(many, "zs", limit=40)) == 40


def test_everything_of_a_database_is_in_it(loaded):
    built = index.build(loaded.base.snapshot, Control())
    kinds = [entry.kind for entry in built.entries]
    snapshot = loaded.base.snapshot
    assert kinds.count("person") == len(snapshot.people)
    assert kinds.count("team") == len(snapshot.teams)
    assert kinds.count("post") == len(snapshot.posts)
    post = next(entry for entry in built.entries if entry.kind == "post")
    assert post.note in set(snapshot.teams.raw("name"))


def test_holders_of_a_post_are_offered_behind_the_posts():
    posts = [Entry("post", f"s{at}", "财政局局长", "甲县财政局") for at in range(60)]
    people = [person(f"p{at}", "李四", "甲县财政局局长") for at in range(20)]
    found = search(Index((*people, *posts)), "财政局")
    assert [each.kind for each in found] == ["post"] * 30 + ["person"] * 10


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("单田", "shan"),
        ("单田", "dan"),
        ("曾国", "zeng"),
        ("曾国", "ceng"),
        ("仇英", "qiu"),
        ("仇英", "chou"),
        ("解珍", "xie"),
        ("解珍", "jie"),
        ("尉迟恭", "yuchi"),
        ("尉迟恭", "ycg"),
        ("尉迟恭", "weichi"),
    ],
)
def test_surnames_are_found_by_either_reading(name, typed):
    crowd = (*PEOPLE.entries, person("x", name))
    assert "x" in [entry.id for entry in search(Index(crowd), typed)]
