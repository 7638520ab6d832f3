"""The commands of the page, as records."""

from ui.actions import Action

GROUP = "模型查询"

SAVE = Action(
    id="query.save",
    text="保存查询",
    tip="给这个问题起个名字，以后从列表中打开",
    shortcut="Ctrl+S",
    icon="content-save-outline",
    when="open",
    group=GROUP,
)
ROSTER = Action(
    id="query.roster",
    text="名册",
    tip="把结果（或勾选的人）写成干部名册：Excel、Word、PDF 或逗号分隔文本",
    shortcut="Ctrl+E",
    icon="file-excel-outline",
    when="open",
    group=GROUP,
)
FORMS = Action(
    id="query.forms",
    text="任免审批表",
    tip="为结果（或勾选的人）打开文书：任免审批表、名册和自有模板，预览、打印、写出",
    icon="file-document-outline",
    when="open",
    group=GROUP,
)
POOL = Action(
    id="query.pool",
    text="作为候选池",
    tip="把结果（或勾选的人）作为模拟配备的候选池",
    icon="account-multiple-plus-outline",
    when="open",
    group=GROUP,
)
COPY = Action(
    id="query.copy",
    text="复制名单",
    tip="把结果（或勾选的人）连同表头复制，可粘贴到 Excel",
    shortcut="Ctrl+Shift+C",
    icon="content-copy",
    when="open",
    group=GROUP,
)
INSIDE = Action(
    id="query.inside",
    text="在结果中查",
    tip="把当前结果固定为名单，接着只在其中查",
    icon="filter-plus-outline",
    when="open",
    group=GROUP,
)
UNITE = Action(
    id="query.unite",
    text="并入…",
    tip="把当前结果固定为名单，下一个问题查得的人并入其中",
    icon="set-all",
    when="open",
    group=GROUP,
)
SUBTRACT = Action(
    id="query.subtract",
    text="剔除…",
    tip="把当前结果固定为名单，下一个问题查得的人从中剔除",
    icon="set-left",
    when="open",
    group=GROUP,
)
PRINT = Action(
    id="query.print",
    text="打印名册…",
    tip="预览并打印结果（或勾选的人）的名册，也可存为 PDF",
    icon="printer-outline",
    when="open",
    group=GROUP,
)
EDIT = Action(
    id="query.edit",
    text="修改这句话",
    tip="把问题作为一句话直接修改",
    shortcut="F2",
    icon="pencil-outline",
    when="open",
    group=GROUP,
)
CLEAR = Action(
    id="query.clear",
    text="清空条件",
    tip="去掉全部条件和名单，从全部干部重新开始",
    icon="filter-remove-outline",
    when="open",
    group=GROUP,
)
STATISTICS = Action(
    id="query.statistics",
    text="统计表",
    tip="把结果统计写成 Excel、Word、PDF 或逗号分隔文本",
    icon="table",
    when="open",
    group=GROUP,
)
KEEP = Action(
    id="query.keep",
    text="存为名单…",
    tip="把结果（或勾选的人）存成有名字的名单，以后随时打开、合并或作条件",
    shortcut="Ctrl+Shift+O",
    icon="account-multiple-check-outline",
    when="open",
    group=GROUP,
)
LISTS = Action(
    id="query.lists",
    text="名单…",
    tip="打开已存的名单，或把它与当前结果取并、交、差，或作为一行条件",
    shortcut="Ctrl+Shift+L",
    icon="format-list-bulleted",
    when="open",
    group=GROUP,
)
BASKET = Action(
    id="query.basket",
    text="放进候选篮",
    tip="把勾选（或选中）的人放进候选篮；都已在里面时移出",
    shortcut="Ctrl+Shift+U",
    icon="basket-plus-outline",
    when="open",
    group=GROUP,
)
BASKET_OPEN = Action(
    id="query.basket_open",
    text="查看候选篮…",
    tip="查看逐个选定的人：打开、存为名单、比较、移出",
    icon="basket-outline",
    when="open",
    group=GROUP,
)
COMPARE = Action(
    id="query.compare",
    text="同屏比较…",
    tip="把勾选（或选中、或候选篮里）的 2 到 6 人并排比较，差别处标出，履历画在同一时间轴上",
    shortcut="Ctrl+Shift+V",
    icon="compare-horizontal",
    when="open",
    group=GROUP,
)
COLOURS = Action(
    id="query.colours",
    text="着色规则…",
    tip="符合条件的人在名单中着色",
    icon="palette-outline",
    when="open",
    group=GROUP,
)
ACTIONS = (
    *(KEEP, LISTS, BASKET, BASKET_OPEN, COMPARE, COLOURS),
    *(SAVE, ROSTER, FORMS, POOL, COPY, INSIDE, UNITE, SUBTRACT, EDIT, CLEAR, PRINT, STATISTICS),
)
