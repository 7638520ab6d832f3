"""Charts drawn from the values of `leadership_model.charts.spec`; the only user of pyqtgraph.

Painters `paint(painter, rect, spec)` that give back the spots under the mouse, for the screen and
for paper alike: bars, pyramid, ladder, radar, dial, heat, timeline, curves. spot (what can be
hovered and clicked), words (text and numbers), draw (the painter of a spec), view (the widget of a
spec with fixed layout), plot (the widget of lines over axes, pyqtgraph).
"""
