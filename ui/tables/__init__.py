"""Tables: one row model, one delegate, one view for the whole program.

cell: what stands in a cell; columns: a column as data; rows: the model; headed, groups: rows under
headings that fold; filters: what is kept in sight; order: sorting by ranks; places: rows by id;
delegate, painting, ground: how a cell is drawn and what it stands on; headings: the header; fixed:
columns that stay while the table scrolls sideways; view, clipboard, pulling: the view and its
habits; collate, pinyin, strokes: the order of Chinese names.
"""
