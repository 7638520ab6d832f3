"""模型查询: the page that asks any question about people, teams and posts."""
