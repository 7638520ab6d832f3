"""The commands of the page."""

from ui.actions import Action

TEMPLATE = Action(
    id="structure.template",
    text="从模板新建",
    tip="为当前类别从随程序提供的模板新建结构模型",
    icon="file-plus-outline",
    when="open",
    group="模型定制",
)
VERSIONS = Action(
    id="structure.versions",
    text="版本",
    tip="查看这个模型的各个版本，选一个作为修改的起点",
    icon="history",
    when="open",
    group="模型定制",
)
REVERT = Action(
    id="structure.revert",
    text="还原",
    tip="放弃未发布的修改，恢复现行版本",
    shortcut="Ctrl+Backspace",
    icon="undo-variant",
    when="open",
    group="模型定制",
)
PUBLISH = Action(
    id="structure.publish",
    text="保存为新版本",
    tip="把修改保存为新的一版，并说明自哪个月起生效",
    shortcut="Ctrl+S",
    icon="publish",
    when="open",
    group="模型定制",
)
ACTIONS = (TEMPLATE, VERSIONS, REVERT, PUBLISH)
