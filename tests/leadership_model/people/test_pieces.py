from leadership_model.people.areas import of_names
from leadership_model.people.pieces import posts

AREAS = of_names("云溪市", ("易溪县",))


def found(text):
    return [(where.name, title.word, post.kind) for title, where, post in posts(text, AREAS)]


def test_a_piece_without_unit_stays_in_the_one_before():
    assert found("易溪县云梦镇党委委员、副镇长") == [
        ("易溪县云梦镇", "委员", "党委委员"),
        ("易溪县云梦镇", "镇长", "行政副职"),
    ]


def test_a_section_is_left_when_the_head_of_the_office_follows():
    assert [name for name, _, _ in found("易溪县水利局办公室主任，副局长")] == ["易溪县水利局"] * 2
    assert found("易溪县水利局办公室主任，副局长")[1][2] == "部门副职"


def test_words_around_a_post_are_taken_off():
    assert found("历任易溪县水利局局长提名人选") == [("易溪县水利局", "局长", "部门正职")]


def test_a_piece_without_title_belongs_to_the_next():
    assert found("易溪县党委、政府督查室主任")[-1][1] == "主任"
