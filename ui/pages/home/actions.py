"""The commands of the page."""

from ui.actions import Action

IMPORT = Action(
    id="home.import",
    text="导入",
    tip="导入任免审批表或干部名册",
    icon="file-import-outline",
    when="open",
    group="工作台",
)
PRINT = Action(
    id="home.print",
    text="打印",
    tip="预览并打印班子状态一览表",
    shortcut="Ctrl+P",
    icon="printer-outline",
    when="open",
    group="工作台",
)
SHEET = Action(
    id="home.sheet",
    text="统计表",
    tip="把班子状态一览表存为 Excel 文件",
    shortcut="Ctrl+E",
    icon="table-large",
    when="open",
    group="工作台",
)
PLAN = Action(
    id="home.plan",
    text="新建方案",
    tip="到模拟配备新建方案；先在状态图中用方向键选中班子，则从该班子开始",
    shortcut="Ctrl+Shift+N",
    icon="plus",
    when="open",
    group="工作台",
)
ACTIONS = (IMPORT, PRINT, SHEET, PLAN)
