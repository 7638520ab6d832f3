"""工作台: what the page shows (page), its commands (actions), what is worked out for it (work).

states (the bar of six states), tile (one figure), map_layout and team_map (the colour map), hover
(the card under the mouse), side (lists at the right), changed (what changed since last month).
"""
