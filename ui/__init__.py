"""The window: shows the values of `leadership_model` and turns gestures into calls.

- app: arguments, the application, start and end;  preview, screenshots: pages as pictures
- window, topbar, rail, drawer, statusbar, bars, welcome: the frame;  registry: the pages there are
- page, context, navigation: what a page stands on and how it leads elsewhere
- count_sheet: 统计表 as cells that lead to people
- workspace, loading, surveys: the open database and everything worked out from it
- files, passphrases: databases opened, made, copied, and who may open them
- porter: people carried from any list into a plan
- jobs, importing: background work, and what it stands on;  undo: replacing values
- actions: records of commands;  ask: questions
- settings, theme, sheet, fonts, icons, marks: how it looks and what it remembers;  crash: our bugs
- trace: what the window does, line by line, where `LEADERSHIP_MODEL_TRACE` names a file
- tables, widgets, palette, card, charts, printing, pages: one folder each
"""
