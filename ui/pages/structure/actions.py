"""The commands of the page."""

from ui.actions import Action


def _action(id: str, text: str, tip: str, icon: str, shortcut: str = "") -> Action:
    return Action(
        id=f"structure.{id}",
        text=text,
        tip=tip,
        shortcut=shortcut,
        icon=icon,
        when="open",
        group="模型定制",
    )


TEMPLATE = _action(
    "template", "从模板新建", "为当前类别从随程序提供的模板新建结构模型", "file-plus-outline"
)
VERSIONS = _action(
    "versions", "版本", "各个版本、草稿和试行稿：逐条、逐班子对照，选一个作为修改的起点", "history"
)
TRIAL = _action(
    "trial", "试行", "把草稿交付试行：不影响研判结果，可与现行版本对照", "flask-outline"
)
PACKS = _action(
    "packs", "规则包", "整套启用或停用一组要求，先看对各班子的影响", "package-variant-closed"
)
REVERT = _action(
    "revert", "还原", "放弃未发布的修改，恢复现行版本", "undo-variant", "Ctrl+Backspace"
)
PUBLISH = _action(
    "publish", "发布", "核对后把修改发布为新的一版，并说明自哪个月起生效", "publish", "Ctrl+S"
)
NEW = _action("new", "新建要求", "从十二种要求中选一种，加到当前模型", "plus", "Ctrl+Shift+R")
COPY = _action("copy", "复制要求", "在后面复制一条当前的要求", "content-copy", "Ctrl+D")
UP = _action("up", "要求上移", "把当前的要求上移一位", "arrow-up", "Alt+Up")
DOWN = _action("down", "要求下移", "把当前的要求下移一位", "arrow-down", "Alt+Down")
RETIRE = _action(
    "retire", "停用要求", "从下一版起不再有当前的要求", "delete-outline", "Ctrl+Delete"
)
DIMENSIONS = _action(
    "dimensions", "维度与分值", "维度改名、排序、分配分值", "format-list-group", "Ctrl+Shift+P"
)
RESET = _action("reset", "恢复继承", "当前的要求或画像恢复为上级的内容", "backup-restore", "F6")
CATEGORY = _action("category", "新增类别", "新增一类班子，并选择模板", "shape-plus-outline")
SUBS = _action("subs", "新增子类", "为当前类别新增子类，可一次写几个", "file-tree-outline")
TEAM = _action("team", "为班子另定差异", "只记下一个班子与本类不同之处", "account-group-outline")
RENAME = _action("rename", "类别改名", "给当前的类别或子类改名", "rename-outline", "F2")
SHELVE = _action(
    "shelve", "停用或恢复类别", "停用没有班子的类别或子类，或恢复它", "archive-outline"
)
ASSIGN = _action("assign", "划分子类", "把几个班子一起划入子类", "arrow-decision-outline")
ACTIONS = (
    TEMPLATE,
    VERSIONS,
    TRIAL,
    PACKS,
    REVERT,
    PUBLISH,
    NEW,
    COPY,
    UP,
    DOWN,
    RETIRE,
    DIMENSIONS,
    RESET,
    CATEGORY,
    SUBS,
    TEAM,
    RENAME,
    SHELVE,
    ASSIGN,
)
