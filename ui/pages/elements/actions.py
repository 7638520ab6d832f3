"""The commands of the page."""

from ui.actions import Action

IMPORT = Action(
    id="elements.import",
    text="导入文件",
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
PERSON_ADD = Action(
    id="elements.person.add",
    text="新增干部",
    tip="新增一名干部，先核对是否已在库中",
    shortcut="Ctrl+Shift+A",
    icon="account-plus-outline",
    when="open",
    group="要素维护",
)
PERSON_STEP = Action(
    id="elements.person.step",
    text="人员变动",
    tip="为所选干部办理调入、提拔、转任、调出、退出领导岗位、退休或去世",
    shortcut="Ctrl+Shift+G",
    icon="account-arrow-right-outline",
    when="open",
    group="要素维护",
)
PERSON_BATCH = Action(
    id="elements.person.batch",
    text="批量修改",
    tip="把所选各名干部的一项信息改为同一个值，先预览再写入",
    shortcut="Ctrl+Shift+B",
    icon="account-multiple-check-outline",
    when="open",
    group="要素维护",
)
PERSON_MERGE = Action(
    id="elements.person.merge",
    text="合并干部",
    tip="把同一个人的两条记录合并为一条：选中两名干部，或从疑似重复的名单中选择",
    shortcut="Ctrl+Shift+M",
    icon="call-merge",
    when="open",
    group="要素维护",
)
PERSON_REMOVE = Action(
    id="elements.person.remove",
    text="删除干部",
    tip="把这名干部的记录连同任职、履历等全部删除（可撤销）",
    shortcut="Ctrl+Delete",
    icon="trash-can-outline",
    when="open",
    group="要素维护",
)
PERSON = (PERSON_ADD, PERSON_STEP, PERSON_BATCH, PERSON_MERGE, PERSON_REMOVE)
EXPORT_TEXT = Action(
    id="elements.export_text",
    text="导出文本…",
    tip="把要素、经历筛选、代码、模型和规则设置存为可阅读的文本",
    icon="file-export-outline",
    when="open",
    group="要素维护",
)
IMPORT_TEXT = Action(
    id="elements.import_text",
    text="导入文本…",
    tip="读入别处导出的要素、模型等，先看改动和影响再导入",
    icon="file-import-outline",
    when="open",
    group="要素维护",
)
ACTIONS = (EXPORT_TEXT, IMPORT_TEXT, IMPORT, EXPORT, REVERT, SAVE, *PERSON)
