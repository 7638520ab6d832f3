"""Commands as records. Menus, buttons, tool tips, the list of shortcuts and Ctrl+K read these."""

from dataclasses import dataclass
from typing import Literal

When = Literal["always", "open", "ready"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One command. `when`: always, a database is open, or its figures are computed (ready)."""

    id: str
    text: str
    tip: str
    shortcut: str = ""
    icon: str = ""
    when: When = "always"
    group: str = "命令"

    def __post_init__(self) -> None:
        if not self.id or not self.text or not self.tip:
            raise ValueError(f"动作“{self.id}”须有编号、名称和说明")


ACTIONS = (
    Action(
        id="file.open",
        text="打开干部库…",
        tip="打开本机上的另一个干部库",
        shortcut="Ctrl+O",
        icon="folder-open-outline",
        group="文件",
    ),
    Action(
        id="file.new",
        text="新建干部库…",
        tip="新建一个空的干部库",
        shortcut="Ctrl+N",
        icon="database-plus-outline",
        group="文件",
    ),
    Action(
        id="file.sample",
        text="示例城市…",
        tip="生成一座虚构的城市，用来熟悉程序",
        icon="city-variant-outline",
        group="文件",
    ),
    Action(
        id="file.import",
        text="从文件导入…",
        tip="导入任免审批表或干部名册",
        shortcut="Ctrl+Shift+I",
        icon="file-import-outline",
        when="open",
        group="文件",
    ),
    Action(
        id="file.papers",
        text="文书…",
        tip="任免审批表、名册、家庭成员登记表、班子材料和自有模板：预览、打印、写出",
        shortcut="Ctrl+Shift+W",
        icon="printer-outline",
        when="open",
        group="文件",
    ),
    Action(
        id="file.backup",
        text="备份到…",
        tip="把当前干部库另存一份",
        shortcut="Ctrl+Shift+S",
        icon="content-save-outline",
        when="open",
        group="文件",
    ),
    Action(
        id="file.passphrase",
        text="口令…",
        tip="给当前干部库设口令、换口令或取消口令",
        icon="lock-outline",
        when="open",
        group="文件",
    ),
    Action(
        id="file.close",
        text="关闭干部库",
        tip="关闭当前干部库，回到开始页",
        shortcut="Ctrl+W",
        icon="close-circle-outline",
        when="open",
        group="文件",
    ),
    Action(
        id="file.quit",
        text="退出",
        tip="关闭程序",
        shortcut="Ctrl+Q",
        icon="exit-to-app",
        group="文件",
    ),
    Action(
        id="edit.undo",
        text="撤销",
        tip="撤销上一步",
        shortcut="Ctrl+Z",
        icon="undo",
        when="open",
        group="编辑",
    ),
    Action(
        id="edit.redo",
        text="重做",
        tip="重做被撤销的一步",
        shortcut="Ctrl+Y",
        icon="redo",
        when="open",
        group="编辑",
    ),
    Action(
        id="go.find",
        text="查找人员、岗位、班子、命令",
        tip="按姓名、拼音首字母、全拼或证件号尾号查找",
        shortcut="Ctrl+K",
        icon="magnify",
        group="查看",
    ),
    Action(
        id="go.month",
        text="更改基准日期",
        tip="把全部年龄、任期和结论算到另一个月份",
        shortcut="Ctrl+M",
        icon="calendar-month-outline",
        when="open",
        group="查看",
    ),
    Action(
        id="view.drawer",
        text="干部卡片",
        tip="显示或收起右侧的干部卡片",
        shortcut="F4",
        icon="card-account-details-outline",
        when="open",
        group="查看",
    ),
    Action(
        id="view.tasks",
        text="后台任务",
        tip="查看正在进行的任务，可以取消",
        shortcut="Ctrl+Shift+T",
        icon="progress-clock",
        group="查看",
    ),
    Action(
        id="view.theme",
        text="切换深浅色",
        tip="在浅色与深色之间切换",
        shortcut="Ctrl+Shift+D",
        icon="theme-light-dark",
        group="查看",
    ),
    Action(
        id="view.larger",
        text="放大文字",
        tip="把文字放大一档",
        shortcut="Ctrl+=",
        icon="format-font-size-increase",
        group="查看",
    ),
    Action(
        id="view.smaller",
        text="缩小文字",
        tip="把文字缩小一档",
        shortcut="Ctrl+-",
        icon="format-font-size-decrease",
        group="查看",
    ),
    Action(
        id="view.settings",
        text="设置",
        tip="外观、文字大小、行距和操作人姓名",
        shortcut="Ctrl+,",
        icon="cog-outline",
        group="查看",
    ),
    Action(
        id="help.help",
        text="帮助",
        tip="快捷键一览和程序说明",
        shortcut="F1",
        icon="help-circle-outline",
        group="帮助",
    ),
)
