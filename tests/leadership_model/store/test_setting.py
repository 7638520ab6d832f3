import pytest

from leadership_model.errors import StaleError, UserError
from leadership_model.store import audit, load, setting


def test_a_setting_is_put_and_read(base, actor):
    assert setting.get(base, "as_of") is None
    changes = setting.put(base, actor, "as_of", "24322")
    assert setting.get(base, "as_of") == "24322"
    assert changes.kinds == {"setting"}
    assert load.snapshot(base).default_month == 24322


def test_a_setting_put_again_is_replaced_and_both_values_are_in_the_book(base, actor):
    setting.put(base, actor, "city", "云溪市")
    setting.put(base, actor, "city", "青岚市")
    line = audit.lines(base, "setting", "city")[-1]
    assert (line.before, line.after) == ('{"value": "云溪市"}', '{"value": "青岚市"}')
    assert load.settings(base) == {"city": "青岚市"}


def test_the_reference_month_must_be_a_month(base, actor):
    with pytest.raises(UserError, match="基准日期"):
        setting.put(base, actor, "as_of", "2026-11")


def test_the_change_number_is_not_for_others(base, actor):
    with pytest.raises(ValueError, match="change_number"):
        setting.put(base, actor, "change_number", "0")


def test_an_edit_of_a_setting_is_taken_back_exactly(base, actor):
    edit = setting.SettingEdit("reserve", None, "甲")
    edit.forward(base, actor)
    assert setting.get(base, "reserve") == "甲"
    setting.SettingEdit("reserve", "甲", "乙").forward(base, actor)
    with pytest.raises(StaleError):
        edit.backward(base, actor)
    setting.SettingEdit("reserve", "乙", "甲").forward(base, actor)
    edit.backward(base, actor)
    assert setting.get(base, "reserve") is None
    with pytest.raises(StaleError):
        setting.SettingEdit("reserve", "甲", None).forward(base, actor)
    with pytest.raises(ValueError, match="由数据库自己维护"):
        setting.SettingEdit("change_number", None, "1").forward(base, actor)
