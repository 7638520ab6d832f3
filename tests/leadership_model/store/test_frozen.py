from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from leadership_model.errors import UserError
from leadership_model.store import load, models
from leadership_model.store.connection import writing
from leadership_model.store.tables import table
from leadership_model.structure.versions import in_force
from tests.leadership_model.store.test_models import MODEL


@pytest.mark.parametrize("kind", ["model_version", "requirement"])
@pytest.mark.parametrize("deed", ["update", "delete"])
def test_no_call_of_the_store_alters_what_was_published(base, actor, kind, deed):
    models.publish(base, actor, MODEL)
    rows = table(kind)
    statement = rows.update().values(body="{}") if deed == "update" else rows.delete()
    with pytest.raises(UserError, match="只能发布新的一版"), writing(base) as connection:
        connection.execute(statement)
    assert load.models(base) == (MODEL,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE model_version SET effective = 0",
        'delete from "requirement"',
        "\n DELETE FROM requirement WHERE id = 'x'",
        "UPDATE OR IGNORE requirement SET body = '{}'",
        "DELETE FROM main.requirement",
        "REPLACE INTO requirement SELECT * FROM requirement",
        "INSERT OR REPLACE INTO [model_version] SELECT * FROM model_version",
    ],
)
def test_nor_does_a_statement_written_by_hand(base, actor, statement):
    models.publish(base, actor, MODEL)
    with pytest.raises(UserError, match="只能发布新的一版"), writing(base) as connection:
        connection.execute(text(statement))
    assert load.models(base) == (MODEL,)


def test_a_version_cannot_begin_before_the_one_it_supersedes(base, actor):
    models.publish(base, actor, MODEL)
    earlier = replace(MODEL, version=2, effective=MODEL.effective - 1)
    with pytest.raises(UserError, match="不能早于它"):
        models.publish(base, actor, earlier)
    models.publish(base, actor, replace(earlier, version=3, effective=MODEL.effective))
    with pytest.raises(UserError, match="编号应当更大"):
        models.publish(base, actor, replace(earlier, version=2, effective=MODEL.effective))


def test_several_models_are_published_together_or_not_at_all(base, actor):
    models.publish(base, actor, MODEL)
    other = replace(MODEL, id="m-other", portraits=())
    with pytest.raises(UserError):
        models.publish(base, actor, other, MODEL)
    assert load.models(base) == (MODEL,)


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(23990, 24010)), max_size=6))
@settings(max_examples=20, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
def test_publishing_never_changes_what_earlier_months_were_judged_by(
    tmp_path_factory, actor, tries
):
    from leadership_model.store import engine as engines

    base = engines.create(tmp_path_factory.mktemp("p") / "p.lmdb", actor, plant=False)
    published: list = []
    for version, effective in tries:
        before = {m: in_force(published, MODEL.id, m) for m in range(23985, 24015)}
        try:
            models.publish(base, actor, replace(MODEL, version=version, effective=effective))
        except UserError:
            assert list(load.models(base)) == published
            continue
        published = list(load.models(base))
        for month, was in before.items():
            if month < effective:
                assert in_force(published, MODEL.id, month) == was
            else:
                assert in_force(published, MODEL.id, month) == published[-1]
    base.dispose()
