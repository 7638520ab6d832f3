"""选拔任用纪实表: how the decision on each person of a plan came about, item by item."""

from collections.abc import Mapping

from leadership_model import months
from leadership_model.matching.fit import DISCLAIMER
from leadership_model.papers.motion import MotionLine
from leadership_model.papers.plan_forms import texts_of
from leadership_model.papers.plan_lines import basis_after, lines
from leadership_model.papers.spread import Spread
from leadership_model.papers.stack import Stack
from leadership_model.staffing.hindrance import bars
from leadership_model.staffing.procedure import (
    EMPTY,
    STATE_WORDS,
    Answer,
    Item,
    Record,
    items_for,
)
from leadership_model.staffing.procedure_check import STAGE_WORDS, Stage, stages
from leadership_model.staffing.procedure_facts import way_of
from leadership_model.staffing.procedure_reports import RAISED_WORDS, Found, raised
from leadership_model.staffing.situation import Situation

HEADS = (
    ("事项", 36.0),
    ("情况", 12.0),
    ("日期", 15.0),
    ("文号、票数", 22.0),
    ("说明", 36.0),
    ("附件", 30.0),
)
TONES = {"done": "green", "none": "", "doubt": "grey", "open": "grey"}
RAISED_TONES = {"raised": "yellow", "doubt": "grey", "ask": "grey", "clear": ""}
UNCONFIRMED = "程序事项和事前报告情形所列依据尚未经本部门确认，待核实"


def records_sheets(situation: Situation, records: Mapping[str, Record]) -> tuple[Spread, ...]:
    """Make one sheet for each person who moves; `records` by the id of the person."""
    ids, taken = situation.base.person_ids, dict[str, int]()
    made = []
    for line in lines(situation):
        name = situation.base.snapshot.people.raw("name")[line.person] or "无名"
        taken[name] = taken.get(name, 0) + 1
        tab = name if taken[name] == 1 else f"{name}{taken[name]}"
        made.append(_sheet(situation, line, records.get(ids[line.person], EMPTY), tab))
    return tuple(made)


def _sheet(situation: Situation, line: MotionLine, record: Record, tab: str) -> Spread:
    snapshot, sheet = situation.base.snapshot, Stack(HEADS, wide=28.0)
    way, against = way_of(situation, line.person), bars(situation, line.person, record)
    takes, leaves, reason = texts_of(situation, line)
    sheet.title("干部选拔任用纪实表")
    now = snapshot.people.raw("post_text")[line.person] or "待核"
    name = snapshot.people.raw("name")[line.person] or ""
    sheet.note(f"姓名：{name}　方式：{way}　方案：{situation.scenario.label}"
               f"　生效 {months.show_iso(situation.base.as_of)}")  # fmt: skip
    sheet.note(f"现任职务：{now}")
    sheet.note(f"拟任职务：{takes or '无'}　拟免职务：{leaves or '无'}")
    sheet.note(f"任免理由：{reason or '未写'}")
    sheet.head()
    for stage in stages(record, way, against):
        sheet.group(_stage(stage))
        for item in (each for each in items_for(way) if each.stage == stage.name):
            answer = record.answer(item.id)
            sheet.line(_item(record, item, answer), {1: TONES[answer.state]})
    for words in against:
        sheet.note(f"不能通过讨论决定：{words}")
    _reports(sheet, raised(situation, line.person, record), record)
    sheet.note(f"{UNCONFIRMED}。")
    sheet.note(f"{DISCLAIMER}。")
    return sheet.spread(tab, basis_after(situation).foot)


def _stage(stage: Stage) -> str:
    return f"{stage.name}：{STAGE_WORDS[stage.state]}（{stage.settled}/{stage.required} 项）"


def _item(record: Record, item: Item, answer: Answer) -> tuple[str, ...]:
    counted = "，".join(f"{word} {count}" for word, count in answer.numbers.items())
    files = [each.path for each in record.attachments if each.item == item.id]
    return (
        item.title + ("" if item.required else "（视情）"),
        STATE_WORDS[answer.state],
        f"{answer.day} 至 {answer.until}" if answer.until else answer.day,
        "，".join(filter(None, (answer.document, counted))),
        answer.note,
        "\n".join(path.replace("\\", "/").rsplit("/", 1)[-1] for path in files),
    )


def _reports(sheet: Stack, found: tuple[Found, ...], record: Record) -> None:
    """Write the situations that are, or may be, reported beforehand; the others in one line."""
    sheet.group("事前报告情形")
    for each in found:
        if each.result == "clear":
            continue
        report = record.report(each.occasion.id)
        told = " ".join(filter(None, (report.number, report.day)))
        reply = f"批复 {report.reply} {report.reply_day}" if each.settled else ""
        if each.result == "raised" and not each.settled:
            reply = "批复未登记，待核"
        values = (each.occasion.title, RAISED_WORDS[each.result], report.day,
                  "，".join(filter(None, (told, reply))), each.evidence, "")  # fmt: skip
        tone = "green" if each.settled else RAISED_TONES[each.result]
        sheet.line(values, {1: tone})
    clear = "、".join(each.occasion.title for each in found if each.result == "clear")
    sheet.note(f"按现有记录未见：{clear or '无'}。")
