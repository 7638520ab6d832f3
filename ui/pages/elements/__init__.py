"""要素维护: people, units, posts, elements, code lists, data issues and the import.

page (the frame), contents (the list at the left), section (what all sections share), actions,
exporting; people, person_form, person_saving, field_editor, resume_pane, edits (one record);
seats, seat_form, unit_panel, team_section, post_section, unit_edits, post_order, post_links,
post_sheet, team_terms (units, teams, posts); library, element_detail, trial_card (要素库),
text_effect; code_lists, code_pane, code_entry, tag_pane, tag_work, renamer, area_pane,
area_homes; issues; importing, import_panels, import_preview, import_decisions, import_history,
import_rules, import_scheme, import_settings; columns of each; the *_work modules have no Qt.
"""
