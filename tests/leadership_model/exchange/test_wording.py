import pytest

from leadership_model.exchange import wording
from leadership_model.exchange.wording import Membership, membership, show_membership


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("200406", Membership("中共党员", (), 24053)),
        ("2004.06", Membership("中共党员", (), 24053)),
        ("2004年6月", Membership("中共党员", (), 24053)),
        ("民建", Membership("民建")),
        ("九三", Membership("九三学社")),
        ("无党派", Membership("无党派")),
        ("群众", Membership("群众")),
        ("(民建)", Membership("民建")),
        ("(民建、民盟)", Membership("民建", ("民盟",))),
        ("民建；民盟", Membership("民建", ("民盟",))),
        ("200406；民建", Membership("中共党员", ("民建",), 24053)),
        ("200406；民建；民革", Membership("中共党员", ("民建", "民革"), 24053)),
        ("民建2001.08", Membership("中共党员", ("民建",), 24019)),
        ("民建200108", Membership("中共党员", ("民建",), 24019)),
        ("中共\n2004.06\n民建", Membership("中共党员", ("民建",), 24053)),
        ("九三学社、致公党 2012.12", Membership("九三学社", ("致公党",))),
        ("民革(2017.09)", Membership("民革")),
        ("预备党员202401", Membership("预备党员", (), 24288)),
        ("中共党员", Membership("中共党员")),
        ("200413", Membership(None, clear=False)),
        ("看不懂", Membership(None, clear=False)),
    ],
)
def test_forms_of_party_text(text, found):
    assert membership(text) == found


@pytest.mark.parametrize("text", ["200406", "民建", "民建；民盟", "200406；民建；民革", "无党派"])
def test_what_we_write_is_read_again(text):
    found = membership(text)
    assert show_membership(found.party, "、".join(found.others), found.joined) == text


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("198003", 23762),
        ("1980.03", 23762),
        ("19800307", 23762),
        ("1980.3", 23762),
        ("1980年3月7日", 23762),
        ("１９８０．０３", 23762),
        ("1980.03\n（45岁）", 23762),
    ],
)
def test_dates(text, month):
    found = wording.date(text)
    assert found is not None
    assert found[0] == month


@pytest.mark.parametrize("text", ["198013", "19800230", "1980", "三月", "0000.00"])
def test_impossible_dates(text):
    assert wording.date(text) is None


def test_a_year_alone():
    assert wording.year("1950") == 1950
    assert wording.year("1950年") == 1950
    assert wording.year("195003") is None


@pytest.mark.parametrize(("text", "name"), [("甲 例", "甲例"), ("甲　例", "甲例"), ("A B", "A B")])
def test_names(text, name):
    assert wording.name(text) == name


def test_dirty_habits_are_undone():
    assert wording.tidy("\n  a\u00a0b\u200bc &1lt;d&1gt; &1amp; \r\n") == "a bc <d> &"
    assert wording.tidy("a\\nb<br/>c<BR>d", long=True) == "a\nb\nc\nd"
    assert wording.tidy("a\\nb") == "a\\nb"


@pytest.mark.parametrize("text", ["无", "—", "(无)", "（无）"])
def test_words_for_nothing(text):
    assert wording.is_nothing(text)
    assert not wording.is_nothing(f"{text}人")
