"""模拟配备: a plan on a board of cards.

Modules: page (the page), actions (commands), work, seats, effect, people (rows prepared, no Qt),
storage (plans in the database), plan (the plan at hand, its undo stack), bar (plan, weights,
stage), weight (a bar of blocks), board, panel, card (teams as cards), bench, drag (carrying a
card), bubble (what a drop would do), ahead (the five years to come), exception (what a rule stops),
candidates, rows (the list at the right), why (为何不是), menus, view (zoom, order, paper),
board_paper (the board on paper), meeting (会议模式),
solver (一键配备), strip (figures), compare (前后对比), dialogs, papers (files written).
"""
