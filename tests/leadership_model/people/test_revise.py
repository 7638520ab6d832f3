import random
from dataclasses import replace

from leadership_model.people import revise

TEXT = "1998.07--2003.05  青石镇人民政府科员\n2003.05--2010.03  青石镇党委书记\n2010.03--         云溪市农业农村局副局长"


def stored(text=TEXT):
    made = revise.revise((), text, "p1", source=random.Random(1))
    return made.put


def test_everything_is_new_at_first():
    made = revise.revise((), TEXT, "p1", source=random.Random(1))
    assert len({each.line for each in made.put}) == made.lines == 3
    assert all(each.id and each.person == "p1" for each in made.put)
    assert made.drop == ()


def test_an_unchanged_text_changes_nothing():
    assert revise.revise(stored(), TEXT, "p1") == revise.Revision()


def test_only_the_changed_line_is_read_anew():
    old = stored()
    made = revise.revise(old, TEXT.replace("青石镇党委书记", "青石镇党委副书记"), "p1")
    assert {each.line for each in made.put} == {1}
    assert {each.line for each in made.drop} == {1}
    assert {each.id for each in made.drop} == {each.id for each in old if each.line == 1}


def test_a_correction_by_hand_of_another_line_stays():
    old = tuple(
        replace(each, level="乡科级正职", by_hand=True) if each.line == 0 else each
        for each in stored()
    )
    made = revise.revise(old, TEXT.replace("2010.03--  ", "2010.04--  "), "p1")
    assert {each.line for each in (*made.put, *made.drop)} == {2}


def test_a_line_put_in_front_moves_the_others_and_keeps_their_ids():
    old = stored()
    made = revise.revise(old, f"1994.09--1998.07  云溪大学农学专业学习\n{TEXT}", "p1")
    moved = {each.id: each.line for each in made.put if each.id in {e.id for e in old}}
    assert moved == {each.id: each.line + 1 for each in old}
    assert made.drop == ()
    assert made.lines >= 1


def test_a_text_taken_away_drops_everything():
    old = stored()
    assert revise.revise(old, "", "p1").drop == old
