"""Small widgets used on every page.

labels, buttons, card, chips, segments, tabs, lists, bars, search, month, empty, flow, header,
dialog, dressing, questions, ground, stack, taborder, undoing. grid shows a small table whose
cells lead somewhere (sheet, no Qt). condition_builder (a question as
groups of lines) with condition_tree, condition_rows, condition_pieces and condition_menus;
condition_dialog (the same in a dialog); condition_phrases, condition_edits and condition_values
hold no Qt.
"""
