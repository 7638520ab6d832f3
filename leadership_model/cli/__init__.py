"""The domain's functions from the command line: `python -m leadership_model COMMAND --db FILE`.

Modules: run (arguments, errors, exit codes), complaints (what is wrong with arguments), session (an
open database and its world), show (values as JSON and as lines), and the commands: data (sample,
import, check, backup, restore), questions (elements, query, assess, match), plans (staff),
structures (models, packs), papers, team_papers and plan_papers (export), texts (export-text,
import-text).
"""
