"""模型定制: structure models by category, one editable requirement with its live effect.

page (the frame), commands and actions, showing (every view of what is at hand), shelf
(drafts, undone and written down), saving (how models begin and are given up) and publishing
(questions); lines (leads to one line of it); at_hand (a model with what is above it), editing
and inheriting (what gestures mean), views (画像 and 继承, made on first look).
Left: category_card, category_dialog, category_work. Middle: desk (head and views),
requirement_desk, requirement_tokens and sentence (tokens and pickers), dimension_dialog,
inherit_view and inherit_work, effect_cards and standing_view (teams against the
requirement, scores before and after). Portraits: portraits (at the right), portrait_editor,
portrait_list, portrait_tokens, portrait_columns, portrait_terms, portrait_offer,
portraying, practice_dialog and practice_work (drafts from practice). columns; work, effect_work,
portrait_work, at_hand, category_work and inherit_work have no Qt. version_desk asks and writes
versions, trials and packs
(version_dialog, version_columns, version_work, version_packs); trial_strip and check_view
(check_work) stand among the effect_cards.
"""
