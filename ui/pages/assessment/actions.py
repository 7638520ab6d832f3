"""The commands of 研判分析."""

from ui.actions import Action

GROUP = "研判分析"
FORMER = Action(
    id="assessment.former",
    text="上一个班子",
    tip="按左侧列表的次序看上一个班子",
    shortcut="Alt+Left",
    icon="chevron-left",
    when="open",
    group=GROUP,
)
NEXT = Action(
    id="assessment.next",
    text="下一个班子",
    tip="按左侧列表的次序看下一个班子",
    shortcut="Alt+Right",
    icon="chevron-right",
    when="open",
    group=GROUP,
)
EXPORT = Action(
    id="assessment.export",
    text="导出",
    tip="导出本班子的结构模型及对比分析表（Excel、Word 或 PDF）",
    shortcut="Ctrl+Shift+E",
    icon="tray-arrow-down",
    when="open",
    group=GROUP,
)
REPORT = Action(
    id="assessment.report",
    text="报告",
    tip="输出研判报告、合订本、规则核查清单和各项数字的明细",
    shortcut="Ctrl+Alt+R",
    icon="file-document-outline",
    when="open",
    group=GROUP,
)
PRINT = Action(
    id="assessment.print",
    text="打印",
    tip="预览并打印本班子的结构模型及对比分析表",
    shortcut="Ctrl+Alt+P",
    icon="printer-outline",
    when="open",
    group=GROUP,
)
STAFF = Action(
    id="assessment.staff",
    text="模拟配备",
    tip="为本班子新建一个调整方案",
    shortcut="Ctrl+Alt+S",
    icon="account-switch-outline",
    when="open",
    group=GROUP,
)
FIND = Action(
    id="assessment.find",
    text="筛选班子",
    tip="转到左上角的筛选框",
    shortcut="Ctrl+Alt+F",
    icon="magnify",
    when="open",
    group=GROUP,
)
ACTIONS = (FORMER, NEXT, EXPORT, REPORT, PRINT, STAFF, FIND)
