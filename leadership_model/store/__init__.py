"""The only place that speaks SQL. Values go in and come out; no database object leaves this room.

Modules: engine (create, open), handle (an open database), rows (by the driver), connection (reading
and writing by tables), actor (who writes, and the clock), faults (what the database complains of,
as sentences), columns, tables_people, tables_teams, tables_models, tables_checks, tables_work and
tables (the tables), nouns (records only the store knows), kinds (record type to table), migrations,
planting (shipped models into a new database), audit, records (add, save, delete with version
check), gathered (rows and statements of one call together), definitions (own elements and filters),
texts (readable texts written in one go), marks (values typed in), editing (edits taken back and
made again), signed (edits that name their writer), joint (several records edited together), seats
(units, teams and posts that leave), code_entries (own entries of code lists), renaming (an area or
entry renamed with its users), present (models by present names), belongings (all that hangs on a
person; deleting and merging), picture (photos within limits), extent (how far a write reaches),
touched (the rows each write touched), bulk (whole cities at once), load (snapshot and all other
reading), models (structure models and their portraits), drafts (models being edited), trials
(models on trial), frozen (what no statement may alter), portraits (those of no model),
rule_settings, rule_notes (answers, kinship, exceptions), scenario, procedure (how each move came
about), carry (a plan carried out and taken back), plans (as values), lists (名单 with what speaks
of them), photo, setting, derived (what was worked out, kept for the next start), imports and
import_undo (a plan applied and taken back), import_edits (what was edited since), seat_undo (units,
teams, posts and tenures of an import taken back), backup (backup, restore, copies), cipher
(databases under a passphrase), passphrase (set, changed, taken away).
"""
