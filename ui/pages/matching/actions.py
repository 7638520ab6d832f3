"""The commands of the page, as records."""

from ui.actions import Action

GROUP = "人岗匹配"

TURN = Action(
    id="matching.turn",
    text="换方向",
    tip="以岗找人与以人找岗互换：从选中的一行反过来找",
    shortcut="Ctrl+R",
    icon="swap-horizontal",
    when="open",
    group=GROUP,
)
EXPORT = Action(
    id="matching.export",
    text="导出",
    tip="把勾选的（或前 50 名）写成 Excel 文件，附说明",
    icon="tray-arrow-down",
    when="open",
    group=GROUP,
)
POOL = Action(
    id="matching.pool",
    text="作为候选池",
    tip="把勾选的人（或符合资格的全部人员）作为模拟配备的候选池",
    icon="account-multiple-plus-outline",
    when="open",
    group=GROUP,
)
CARD = Action(
    id="matching.card",
    text="干部卡片",
    tip="打开选中人员的干部卡片",
    icon="card-account-details-outline",
    when="open",
    group=GROUP,
)
PLAN = Action(
    id="matching.plan",
    text="加入方案",
    tip="把选中的人作为这个岗位的人选加入方案",
    shortcut="Ctrl+J",
    icon="plus",
    when="open",
    group=GROUP,
)
PIN = Action(
    id="matching.pin",
    text="放进矩阵",
    tip="把当前岗位放进短名单矩阵，或从中取出",
    icon="pin-outline",
    when="open",
    group=GROUP,
)
AHEAD = Action(
    id="matching.ahead",
    text="接任人选",
    tip="谁接任这个岗位班子状态不降；以人找岗时列出下一步可任的岗位",
    shortcut="Ctrl+Shift+K",
    icon="account-arrow-right-outline",
    when="open",
    group=GROUP,
)
HOLD = Action(
    id="matching.hold",
    text="暂缓使用…",
    tip="一段时间内不把选中的人列入各种人选，写明原因、截至月份和可见人员",
    shortcut="Ctrl+Shift+H",
    icon="account-clock-outline",
    when="open",
    group=GROUP,
)
LARGE = Action(
    id="matching.large",
    text="展开矩阵",
    tip="让矩阵占满页面，人和岗都更多；再按一次收起",
    shortcut="Ctrl+L",
    icon="arrow-expand-all",
    when="open",
    group=GROUP,
)
ADOPT = Action(
    id="matching.adopt",
    text="采用最优分配",
    tip="把矩阵中打勾的人选一次加入当前方案，可以撤销",
    shortcut="Ctrl+Shift+J",
    icon="table-check",
    when="open",
    group=GROUP,
)
ACTIONS = (TURN, EXPORT, POOL, CARD, PLAN, PIN, AHEAD, HOLD, LARGE, ADOPT)
