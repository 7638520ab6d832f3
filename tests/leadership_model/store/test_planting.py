from leadership_model.people import codes
from leadership_model.store import audit, engine, load
from leadership_model.structure import templates

WITHOUT = {"功能区", "国企高校"}


def test_a_new_database_has_the_shipped_models_and_portraits(path, actor, closing):
    base = engine.create(path, actor)
    closing.append(base)
    shipped = sorted(templates.shipped(), key=lambda model: (model.id, model.version))
    assert load.models(base) == tuple(shipped)
    assert load.portraits(base) == templates.portraits()
    assert [line.what for line in audit.lines(base)] == ["装入随附模型", "新建数据库"]


def test_some_categories_have_none_on_purpose(path, actor, closing):
    base = engine.create(path, actor)
    closing.append(base)
    assert set(codes.names("teams")) >= WITHOUT
    assert not WITHOUT & {model.category for model in load.models(base)}


def test_without_planting_there_are_none(base):
    assert load.models(base) == ()
    assert load.portraits(base) == ()
