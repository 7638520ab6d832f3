"""Commands of how the board is looked at, and of what a run of 一键配备 is to be."""

from ui.actions import Action

GROUP = "模拟配备"

EARLIER = Action(
    id="staffing.earlier",
    text="班子前移",
    tip="把选中岗位所在的班子在画板上前移一位；也可拖动班子的标题",
    shortcut="Ctrl+Shift+Left",
    icon="arrow-left",
    group=GROUP,
    when="open",
)
LATER = Action(
    id="staffing.later",
    text="班子后移",
    tip="把选中岗位所在的班子在画板上后移一位；也可拖动班子的标题",
    shortcut="Ctrl+Shift+Right",
    icon="arrow-right",
    group=GROUP,
    when="open",
)
LARGER = Action(
    id="staffing.larger",
    text="卡片放大",
    tip="画板放大一级；也可按住 Ctrl 转动滚轮",
    shortcut="+",
    icon="magnify-plus-outline",
    group=GROUP,
    when="open",
)
SMALLER = Action(
    id="staffing.smaller",
    text="卡片缩小",
    tip="画板缩小一级；也可按住 Ctrl 转动滚轮",
    shortcut="-",
    icon="magnify-minus-outline",
    group=GROUP,
    when="open",
)
USUAL = Action(
    id="staffing.usual",
    text="卡片原大小",
    tip="画板恢复 100 %",
    shortcut="0",
    icon="magnify",
    group=GROUP,
    when="open",
)
PRINT = Action(
    id="staffing.print",
    text="打印画板…",
    tip="按画板的次序排版各班子，预览后打印或存为 PDF",
    shortcut="Ctrl+Alt+B",
    icon="printer-outline",
    group=GROUP,
    when="open",
)
MEETING = Action(
    id="staffing.meeting",
    text="会议模式",
    tip="全屏只显示画板，只用键盘操作，Esc 退出",
    shortcut="F11",
    icon="presentation",
    group=GROUP,
    when="open",
)
OPTIONS = Action(
    id="staffing.options",
    text="求解设置…",
    tip="参加求解的班子、候选人范围、调整人数上限、备选方案和时间",
    shortcut="Ctrl+F9",
    icon="tune-variant",
    group=GROUP,
    when="open",
)
FOUR = Action(
    id="staffing.four",
    text="加入四套班子…",
    tip="把一个县（市、区）的党委、人大、政府、政协班子一起放到画板上",
    icon="view-grid-plus-outline",
    group=GROUP,
    when="open",
)

LOOKS = (
    EARLIER,
    LATER,
    LARGER,
    SMALLER,
    USUAL,
    PRINT,
    MEETING,
    OPTIONS,
    FOUR,
)
