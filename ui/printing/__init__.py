"""Papers on paper: a Paper value painted page by page.

faces (which font stands for 宋体, 黑体 ...), text (paragraphs in a box), sheet (one page), pictures
(charts for Word files), files (PDF, PNG, docx), slowly (long ones, page by page), printer, preview
(the dialog with page turning, zoom, 打印 and 存为 PDF).
"""
