"""要素维护: people, units, posts, elements, code lists, data issues and the import.

page (the frame), section (what all sections share), actions; people, person_columns, person_form,
field_editor, resume_pane, edits (one record); seats, seat_form, seat_columns (units, teams,
posts); library, element_detail (要素库); code_lists; issues; importing, import_preview; work
modules without Qt: person_work, seat_work, library_work, issue_work, import_work.
"""
