"""Why there is no plan: demands that clash with people and posts, the cheapest loosening."""

from typing import TYPE_CHECKING

from ui import names
from ui.widgets.lists import ListItem

if TYPE_CHECKING:
    from leadership_model.staffing.situation import Situation
    from leadership_model.staffing.solution import Result

PEOPLE, POSTS = 4, 3  # named in one line


def clash_items(situation: "Situation", result: "Result") -> list[ListItem]:
    """Write a result without a plan; the id of a demand is its number, of a loosening a dash."""
    snapshot = situation.base.snapshot
    items = []
    if result.clash:
        items.append(ListItem(id="", title="互相冲突的要求（双击看人员或岗位）", section=True))
    for at, each in enumerate(result.clash):
        who = "、".join(names.person_name(snapshot, person) for person in each.people[:PEOPLE])
        where = "、".join(names.full_post(snapshot, post) for post in each.posts[:POSTS])
        more = f" 等 {len(each.people)} 人" if len(each.people) > PEOPLE else ""
        note = "　".join(part for part in (where, f"{who}{more}") if part)
        items.append(ListItem(id=str(at), title=each.text, note=note, mark="red"))
    if result.loosening:
        items.append(ListItem(id="", title="最省的放宽办法", section=True))
    for loosening in result.loosening:
        note = f"{loosening.before} → {loosening.after}" if loosening.after else ""
        items.append(ListItem(id="-", title=loosening.text, note=note, mark="yellow"))
    if not items:
        words = "没有得到方案，可延长时间或放宽范围后再试。"
        items.append(ListItem(id="", title=words, section=True))
    return items
