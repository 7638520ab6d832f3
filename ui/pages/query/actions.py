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
    tip="把结果（或勾选的人）的任免审批表写成一个 Word 文件",
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
ACTIONS = (
    *(SAVE, ROSTER, FORMS, POOL, COPY, INSIDE, UNITE, SUBTRACT, EDIT, CLEAR, PRINT, STATISTICS),
)
