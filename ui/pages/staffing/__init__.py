"""模拟配备: a plan on a board of cards.

Modules: page (the page), actions (commands), work, seats, effect, people (rows prepared, no
Qt), storage (plans in the database), plan (the plan at hand, its undo stack), bar (plan,
weights, stage), weight (a bar of blocks), board, panel, card (teams as cards), bench, drag
(carrying a card), taking (from lists of other pages), bubble (what a drop would do), ahead (the
five years to come), exception (what a rule stops), candidates, rows (the list at the right), why
(为何不是), menus, view (zoom, order, paper), board_paper (the board on paper), meeting (会议模式),
view_actions (its commands),
beside (what comes a moment later), setting_up and solve_options (before a run), solver (一键配备),
solving (a run), trial (the run at hand), clash_rows,
further (what a run is asked), front_view (the front),
prices (a requirement loosened by one), strip (figures), desk (a plan as a document), compare*
(方案比较), chain_view (连锁空缺), drift_view (底数变化), new_plan, steps, plan_actions, dialogs,
papers* (files written, sections of the meeting list), procedure* (任免程序), carry* (批准与执行).
"""
