"""Writing edits of units, teams and posts: several at once, retiring, restoring, deleting."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from leadership_model.people import seat_order, seat_uses
from leadership_model.people.post import Post
from ui.context import Context
from ui.navigation import OpenPerson
from ui.pages.elements import seat_work as work


def write_pairs(
    context: Context, initiator: object, pairs: Sequence[tuple[Any, Any]], words: str
) -> None:
    """Write records as they shall be, with 撤销; nothing is written when nothing differs."""
    from leadership_model.store.joint import JointEdit

    if not pairs:
        context.say("没有需要保存的修改。")
        return
    edit = JointEdit(tuple(before for before, _ in pairs), tuple(after for _, after in pairs))
    context.workspace.write(edit.forward, words, initiator=initiator, undo=edit.backward)


def retire(context: Context, initiator: object, record: Any) -> None:  # noqa: ANN401
    """Let a record count no more; refused while something uses it."""
    _leave(context, initiator, record, "停用", (replace(record, retired=True),))


def delete(context: Context, initiator: object, record: Any) -> None:  # noqa: ANN401
    """Delete a record after a question; refused while something uses it."""
    found = () if _is_gone(record) else work.uses(context.workspace, record)
    if found:
        context.ask.error(seat_uses.refusal(record, found, "删除"))
        return
    word = work.WORDS[type(record)]
    text = f"从库中删除{word}“{record.name}”？只是不再使用的，请用“停用”。删除后可以撤销。"
    if context.ask.confirm(f"删除{word}", text, yes="删除", danger=True):
        _leave(context, initiator, record, "删除", ())


def restore(context: Context, initiator: object, record: Any) -> None:  # noqa: ANN401
    """Let a retired record count again, a post at the end of its team."""
    after = replace(record, retired=False)
    if isinstance(record, Post):
        snapshot = context.workspace.snapshot
        at = snapshot.teams.positions.get(record.team or "")
        if at is None:
            context.ask.error(f"岗位“{record.name}”所在的班子已停用，请先恢复班子。")
            return
        posts = [snapshot.posts.record(each) for each in snapshot.posts.of(at)]
        after = replace(after, order=seat_order.next_order(posts))
    word = work.WORDS[type(record)]
    write_pairs(context, initiator, ((record, after),), f"恢复{word} {record.name}")


def open_holder(context: Context, post: str) -> None:
    """Open the card of who holds a post."""
    workspace = context.workspace
    at = workspace.snapshot.posts.positions.get(post)
    holder = -1 if at is None else int(workspace.world.seating.holder[at])
    if holder >= 0:
        context.navigator.go(OpenPerson(workspace.snapshot.people.ids[holder]))
    else:
        context.say("这个岗位现在没有库内的干部任职。")


def _leave(
    context: Context,
    initiator: object,
    record: Any,  # noqa: ANN401
    what: str,
    after: tuple[Any, ...],
) -> None:
    from leadership_model.store.seats import leaving

    found = () if _is_gone(record) else work.uses(context.workspace, record)
    if found:
        context.ask.error(seat_uses.refusal(record, found, what))
        return
    edit = leaving((record,), after, ((record.id, record.name or ""),))
    words = f"{what}{work.WORDS[type(record)]} {record.name}"
    context.workspace.write(edit.forward, words, initiator=initiator, undo=edit.backward)


def _is_gone(record: Any) -> bool:  # noqa: ANN401
    return bool(record.retired) and not hasattr(record, "short_name")
