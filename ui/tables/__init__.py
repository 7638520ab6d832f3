"""Tables: one row model, one delegate, one view for the whole program.

cell: what stands in a cell; columns: a column as data; rows: the model; order: sorting by ranks;
delegate, painting: how a cell is drawn; headings: the header; view, clipboard: the view and its
habits; collate, pinyin, strokes: the order of Chinese names.
"""
