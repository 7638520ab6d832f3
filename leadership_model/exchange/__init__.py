"""Files in and out: read (bytes to a form), clean (form to records), plan, write.

Modules: issue (what is wrong with a file), form (a form file as it is), repair (text that is
not well-formed), lrmx (read and write .lrmx), lrm (the older text file, read and written),
hzb (packages), package (its tables), package_forms (their people), seats (units, posts and
tenures they bring), workbook (信息采集表, the same by sheets), photos (on their way in), unpacked
(a 7z archive), sheet_guard and sheet_files (a table file opened within bounds),
column_schemes and sheet_columns (what a department's own columns mean), roster and
roster_headings (lists of people in a workbook), packed (archives), sources (whichever of
these a file is), folder (many files), fields (elements and their names), wording (one cell:
tidied text, dates, party), record_texts (rewards and appraisals), cells (one kind of cell
each), clean (a form as records), whole (a person with collections), matching (which person a
form is about), merge (old and new side by side), offers (the parts that are taken or left as
one), source_rules (what a kind of file may overwrite), entry (one file of an import),
first_level (level of somebody new), plan (what an import would change), answers (what
somebody decides about it), shown (the same in words, field by field), outgoing (a person as a
form), resume_text (简历 laid out by the rules), checking (a roster held against a base) and
roster_fixes (a roster put right), mark_column (a column of a roster as values of an element),
texts (definitions as one readable text), text_form (TOML and JSON), text_reading (read back
and checked), text_plan (what an imported text would change), indicator_sheet (a filled sheet
of an indicator system).
"""
