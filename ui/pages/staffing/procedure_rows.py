"""Rows of the procedure dialog: people, items by stage, situations, attachments. No Qt widgets."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.errors import UserError
from ui import names
from ui.widgets.lists import ListItem

if TYPE_CHECKING:
    from leadership_model.staffing.procedure import Attachment, Record, Way
    from leadership_model.staffing.procedure_check import Stage
    from leadership_model.staffing.procedure_reports import Found
    from leadership_model.staffing.situation import Situation

STATE_MARKS = {"done": "green", "none": "green", "doubt": "unknown", "open": "unconfigured"}
STAGE_MARKS = {"done": "green", "doubt": "unknown", "open": "unconfigured", "barred": "red"}
RAISED_MARKS = {"raised": "yellow", "clear": "green", "doubt": "unknown", "ask": "unconfigured"}
FILE_WORDS = {"same": "未变", "other": "内容已变", "gone": "找不到", "": "未核对"}
FILE_MARKS = {"same": "green", "other": "red", "gone": "red", "": "unknown"}
LARGEST = 500_000_000  # bytes; more is no paper


def person_item(situation: "Situation", person: int, stages: "Sequence[Stage]") -> ListItem:
    """Write one person who moves: how far, and where to."""
    from leadership_model.staffing.situation import target_of

    snapshot = situation.base.snapshot
    posts = "、".join(names.full_post(snapshot, post) for post in target_of(situation, person))
    settled = sum(each.state == "done" for each in stages)
    barred = any(each.state == "barred" for each in stages)
    begun = any(each.state != "open" for each in stages)
    done = settled == len(stages)
    mark = "red" if barred else "green" if done else "unknown" if begun else "unconfigured"
    word = "到龄退出" if person in situation.folded.retired else "免职"
    return ListItem(
        id=situation.base.person_ids[person],
        title=names.person_name(snapshot, person),
        note=f"拟任 {posts}" if posts else word,
        right=f"{settled}/{len(stages)}",
        mark=mark,
    )


def step_items(record: "Record", way: "Way", stages: "Sequence[Stage]") -> list[ListItem]:
    """List the items of every stage below its name."""
    from leadership_model.staffing.procedure import STATE_WORDS, items_for
    from leadership_model.staffing.procedure_check import STAGE_WORDS

    found = []
    for stage in stages:
        words = f"{STAGE_WORDS[stage.state]} {stage.settled}/{stage.required}"
        found.append(ListItem(id="", title=stage.name, right=words, section=True))
        for item in items_for(way):
            if item.stage != stage.name:
                continue
            answer = record.answer(item.id)
            files = sum(each.item == item.id for each in record.attachments)
            parts = (answer.day, answer.document, answer.note, f"附件 {files}" if files else "")
            found.append(
                ListItem(
                    id=item.id,
                    title=item.title + ("" if item.required else "（视情）"),
                    note=" · ".join(filter(None, parts)) or item.source,
                    right=STATE_WORDS[answer.state],
                    mark=STATE_MARKS[answer.state],
                )
            )
    return found


def report_items(found: "Sequence[Found]", record: "Record") -> list[ListItem]:
    """List the situations: those that are reported first."""
    from leadership_model.staffing.procedure_reports import RAISED_WORDS

    order = ("raised", "doubt", "ask", "clear")
    rows = []
    for each in sorted(found, key=lambda one: order.index(one.result)):
        report = record.report(each.occasion.id)
        reply = f"批复 {report.reply}" if each.settled else ""
        if each.result == "raised" and not each.settled:
            reply = "批复未登记"
        rows.append(
            ListItem(
                id=each.occasion.id,
                title=each.occasion.title,
                note=each.evidence or each.occasion.source,
                right=RAISED_WORDS[each.result],
                right_note=reply,
                mark="green" if each.settled else RAISED_MARKS[each.result],
            )
        )
    return rows


def file_items(record: "Record", checked: "dict[str, str]") -> list[ListItem]:
    """List the attachments; `checked`: by path what was found when they were looked at again."""
    from leadership_model.staffing.procedure import items

    titles = {each.id: each.title for each in items()}
    return [
        ListItem(
            id=str(at),
            title=Path(each.path).name,
            note=f"{titles.get(each.item, each.item)} · {each.path}",
            right=FILE_WORDS[checked.get(each.path, "")],
            right_note=f"{each.size:,} 字节",
            mark=FILE_MARKS[checked.get(each.path, "")],
        )
        for at, each in enumerate(record.attachments)
    ]


def attachment(path: Path, item: str, by: str, noted: str) -> "Attachment":
    """Note a file: where it lies, its size and the SHA-256 of what it holds."""
    from leadership_model.staffing.procedure import Attachment

    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise UserError(f"“{path.name}”超过 500 MB，不像是一份材料，没有添加")
        digest = _digest(path)
    except OSError as error:
        raise UserError(f"无法读取“{path.name}”：请确认文件存在、可读") from error
    return Attachment(item=item, path=str(path), size=size, digest=digest, noted=noted, by=by)


def look_again(each: "Attachment") -> str:
    """Say whether a file is what was noted: same, other, gone."""
    try:
        return "same" if _digest(Path(each.path)) == each.digest else "other"
    except OSError:
        return "gone"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
