from leadership_model.people.ignored import IgnoredIssue
from leadership_model.people.verified import BIRTH, Verification
from leadership_model.store import load, records
from leadership_model.store.actor import Actor
from leadership_model.store.joint import JointEdit
from leadership_model.store.signed import SignedEdit
from tests.leadership_model.store.conftest import small_city

WRITER = Actor("李科长", lambda: "2026-12-01T09:00:00")


def test_new_rows_say_who_wrote_them_and_when(base, actor):
    records.save_many(base, actor, small_city())
    edit = SignedEdit(JointEdit((), (IgnoredIssue(id="i1", rule="D11", person="p-1"),)))
    edit.forward(base, WRITER)
    (row,) = load.every(base, IgnoredIssue)
    assert (row.entered_by, row.entered_at) == ("李科长", "2026-12-01T09:00:00")
    edit.backward(base, actor)
    assert load.every(base, IgnoredIssue) == ()
    edit.forward(base, actor)
    (again,) = load.every(base, IgnoredIssue)
    assert again == row


def test_rows_that_stay_keep_their_signature(base, actor):
    first = Verification(id="v1", person="p-1", fact=BIRTH, value="1970.01", entered_by="王经办")
    records.save_many(base, actor, [*small_city(), first])
    other = Verification(id="v2", person="p-1", fact="入党时间", value="1995.06")
    SignedEdit(JointEdit((first,), (first, other))).forward(base, WRITER)
    found = {each.id: each.entered_by for each in load.every(base, Verification)}
    assert found == {"v1": "王经办", "v2": "李科长"}
