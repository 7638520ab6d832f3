"""Tables: one row model, one delegate, one view for the whole program.

cell: what stands in a cell; columns: a column as data; rows: the model; order: sorting by ranks;
places: rows by id; delegate, painting, ground: how a cell is drawn and what it stands on; headings:
the header; view, clipboard: the view and its habits; collate, pinyin, strokes: the order of Chinese
names.
"""
