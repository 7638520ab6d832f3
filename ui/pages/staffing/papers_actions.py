"""The commands for what becomes of a plan: papers, procedure, approval and carrying out."""

from ui.actions import Action

GROUP = "模拟配备"

PAPERS = Action(
    id="staffing.papers",
    text="会议材料…",
    tip="选写动议名单、上会名单、对比表、纪实表、审批表、公示和通知",
    shortcut="Ctrl+Shift+P",
    icon="file-multiple-outline",
    group=GROUP,
    when="open",
)
PROCEDURE = Action(
    id="staffing.procedure",
    text="任免程序…",
    tip="逐人登记动议、民主推荐、考察、讨论决定、任职各环节",
    shortcut="F6",
    icon="clipboard-check-outline",
    group=GROUP,
    when="open",
)
CARRY_OUT = Action(
    id="staffing.carry_out",
    text="批准与执行…",
    tip="批准锁定方案，把已批准的方案写成任职，或撤回",
    icon="check-decagram-outline",
    group=GROUP,
    when="open",
)

OUTCOMES = (PAPERS, PROCEDURE, CARRY_OUT)
