import pytest

from leadership_model.people.areas import NO_AREAS, of_names
from leadership_model.people.place_words import Where, find_place

AREAS = of_names("云溪市", ("易溪县", "湖阳市"))


@pytest.mark.parametrize(
    ("text", "call", "scope", "rest"),
    [
        ("云溪市易溪县财政局", "易溪县", "county", "财政局"),
        ("云溪市财政局", "云溪市", "city", "财政局"),
        ("湖阳市财政局", "湖阳市", "county", "财政局"),
        ("云岭省云溪市易溪县委", "易溪县", "county", "委"),
        ("云岭省财政厅", "云岭省", "province", "财政厅"),
        ("青川市委办公室", "青川市", "city", "委办公室"),
    ],
)
def test_places_in_front(text, call, scope, rest):
    place, left = find_place(text, AREAS, None)
    assert place is not None
    assert (place.call, place.scope, left) == (call, scope, rest)


@pytest.mark.parametrize("text", ["市场监督管理局", "城市管理局", "社区工作", "住房和城市建设局"])
def test_words_that_only_look_like_places(text):
    assert find_place(text, NO_AREAS, None) == (None, text)


def test_a_bare_word_means_the_place_before():
    before = Where("易溪县", "易溪县", "county", "委", "县级党委")
    place, rest = find_place("县财政局", AREAS, before)
    assert place is not None
    assert (place.call, place.area, rest) == ("易溪县", "易溪县", "财政局")


def test_a_bare_word_without_anything_before_is_a_guess():
    place, _ = find_place("市财政局", AREAS, None)
    assert place is not None
    assert place.guessed
