"""The commands of 模拟配备. Single keys work while the focus is on the board."""

from ui.actions import Action
from ui.pages.staffing.papers_actions import OUTCOMES
from ui.pages.staffing.plan_actions import PLAN_ACTIONS
from ui.pages.staffing.view_actions import GROUP, LOOKS

NEW = Action(
    id="staffing.new",
    text="新建方案…",
    tip="新建一个空的方案",
    shortcut="Ctrl+Shift+N",
    icon="plus",
    group=GROUP,
    when="open",
)
COPY = Action(
    id="staffing.copy",
    text="复制方案…",
    tip="以当前方案为底另作一个",
    icon="content-copy",
    group=GROUP,
    when="open",
)
RENAME = Action(
    id="staffing.rename",
    text="方案改名…",
    tip="给当前方案改名",
    icon="pencil-outline",
    group=GROUP,
    when="open",
)
DELETE = Action(
    id="staffing.delete",
    text="删除方案…",
    tip="删除当前方案",
    icon="delete-outline",
    group=GROUP,
    when="open",
)
MONTH = Action(
    id="staffing.month",
    text="生效月份…",
    tip="方案从哪个月起生效：年龄、任期和规则都按这个月算",
    icon="calendar-month-outline",
    group=GROUP,
    when="open",
)
CARDS = Action(
    id="staffing.cards",
    text="照片卡片与紧凑卡片切换",
    tip="画板上的卡片改用另一种大小",
    icon="view-grid-outline",
    group=GROUP,
    when="open",
)
TEAM = Action(
    id="staffing.team",
    text="加班子…",
    tip="把班子放到画板上",
    shortcut="Ctrl+B",
    icon="plus",
    group=GROUP,
    when="open",
)
SOLVE = Action(
    id="staffing.solve",
    text="一键配备",
    tip="在边界之内求一个最好的方案，只作建议",
    shortcut="F9",
    icon="auto-fix",
    group=GROUP,
    when="open",
)
COMPARE = Action(
    id="staffing.compare",
    text="方案比较…",
    tip="与现状和其他方案逐项比较，采用单步调整",
    shortcut="F7",
    icon="compare-horizontal",
    group=GROUP,
    when="open",
)
STEPS = Action(
    id="staffing.steps",
    text="调整清单",
    tip="逐条查看调整的理由、阶段和例外",
    shortcut="F8",
    icon="format-list-checks",
    group=GROUP,
    when="open",
)
MOTION = Action(
    id="staffing.motion",
    text="动议名单…",
    tip="写出动议名单（xlsx）",
    icon="format-list-numbered",
    group=GROUP,
    when="open",
)
FORMS = Action(
    id="staffing.forms",
    text="任免审批表…",
    tip="写出调整人员的任免审批表（docx）",
    icon="file-document-outline",
    group=GROUP,
    when="open",
)
SHARE = Action(
    id="staffing.share",
    text="分享…",
    tip="让别的使用者看到这个方案",
    icon="account-multiple-outline",
    group=GROUP,
    when="open",
)
PICK = Action(
    id="staffing.pick",
    text="拿起",
    tip="拿起选中的干部",
    shortcut="Ctrl+X",
    icon="hand-back-right-outline",
    group=GROUP,
    when="open",
)
PUT = Action(
    id="staffing.put",
    text="放到这里",
    tip="把拿起的干部放到选中的岗位",
    shortcut="Ctrl+V",
    icon="arrow-collapse-down",
    group=GROUP,
    when="open",
)
CARRY = Action(
    id="staffing.carry",
    text="拿起或放下",
    tip="没拿着人时拿起，拿着人时放下",
    shortcut="M",
    icon="cursor-move",
    group=GROUP,
    when="open",
)
BENCH = Action(
    id="staffing.bench",
    text="移到待安排",
    tip="把选中的干部移出岗位",
    shortcut="Delete",
    icon="tray-arrow-down",
    group=GROUP,
    when="open",
)
PIN = Action(
    id="staffing.pin",
    text="固定或取消固定",
    tip="固定的岗位一键配备不动",
    shortcut="P",
    icon="pin",
    group=GROUP,
    when="open",
)
RETIRE = Action(
    id="staffing.retire",
    text="到龄退出",
    tip="选中的干部到龄，离开全部岗位",
    icon="timer-sand",
    group=GROUP,
    when="open",
)
WHY = Action(
    id="staffing.why",
    text="为何不是此人",
    tip="输入姓名，说明为何不在候选之列",
    shortcut="Ctrl+Shift+F",
    icon="account-question-outline",
    group=GROUP,
    when="open",
)

ACTIONS = (
    NEW,
    COPY,
    RENAME,
    DELETE,
    MONTH,
    CARDS,
    TEAM,
    SOLVE,
    COMPARE,
    STEPS,
    MOTION,
    FORMS,
    SHARE,
    PICK,
    PUT,
    CARRY,
    BENCH,
    PIN,
    RETIRE,
    WHY,
    *OUTCOMES,
    *PLAN_ACTIONS,
    *LOOKS,
)
