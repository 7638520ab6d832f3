"""Small widgets used on every page.

labels, buttons, card, chips, segments, tabs, lists, bars, search, month, empty, flow, header,
dialog, questions.
"""
