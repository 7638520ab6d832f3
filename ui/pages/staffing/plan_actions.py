"""Commands about a plan as a document: put away, chains, the base under it, candidates."""

from ui.actions import Action

GROUP = "模拟配备"

ARCHIVE = Action(
    id="staffing.archive",
    text="归档",
    tip="方案收起不再改动；已归档的可以取消归档",
    icon="archive-outline",
    group=GROUP,
    when="open",
)
ALTERNATE = Action(
    id="staffing.alternate",
    text="列为备选人选",
    tip="把候选人列表里选中的干部列为选中岗位的下一人选（n选1）",
    shortcut="Ctrl+Shift+A",
    icon="account-plus-outline",
    group=GROUP,
    when="open",
)
CHAIN = Action(
    id="staffing.chain",
    text="补齐连锁空缺…",
    tip="列出空缺岗位，求最少的后续调整",
    shortcut="Ctrl+L",
    icon="link-variant",
    group=GROUP,
    when="open",
)
DRIFT = Action(
    id="staffing.drift",
    text="底数变化…",
    tip="方案编制以来干部库的变化，逐步决定受影响的调整",
    icon="database-alert-outline",
    group=GROUP,
    when="open",
)

PLAN_ACTIONS = (ARCHIVE, ALTERNATE, CHAIN, DRIFT)
