"""The commands of the page."""

from ui.actions import Action

IMPORT = Action(
    id="elements.import",
    text="导入审批表",
    tip="选择任免审批表文件或文件夹，预览后导入",
    icon="file-import-outline",
    when="open",
    group="要素维护",
)
EXPORT = Action(
    id="elements.export",
    text="导出清单",
    tip="把当前列表存为 Excel 文件",
    shortcut="Ctrl+E",
    icon="tray-arrow-down",
    when="open",
    group="要素维护",
)
REVERT = Action(
    id="elements.revert",
    text="还原",
    tip="放弃未保存的修改，恢复库中的内容",
    shortcut="Ctrl+Backspace",
    icon="undo-variant",
    when="open",
    group="要素维护",
)
SAVE = Action(
    id="elements.save",
    text="保存",
    tip="保存对当前记录的修改",
    shortcut="Ctrl+S",
    icon="content-save-outline",
    when="open",
    group="要素维护",
)
ACTIONS = (IMPORT, EXPORT, REVERT, SAVE)
