"""工作台: the page (page), its content (body), its commands (actions).

work, lists, todo: what is worked out for it, without Qt. states (the bar of six states), tile (one
figure), map_card, map_layout, map_paint and team_map (the colour map), hover (the card under the
mouse), side (lists at the right), changed (what changed since last month).
"""
