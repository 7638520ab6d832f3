"""模型定制: structure models by category, one editable requirement with its live effect.

page (the frame and the drafts), actions, publishing (questions and the write); desk (the middle),
sentence (tokens and pickers), effect_cards and standing_view (teams against the requirement, scores
before and after), portraits; columns; work, effect_work and portrait_work have no Qt.
"""
