"""Start here: the window; `export ...` writes papers; the tour while there is no window."""

import sys
from importlib import import_module
from importlib.util import find_spec


def main() -> int:
    """Run the first entry point that exists and return its exit code."""
    if sys.argv[1:2] == ["export"] and find_spec("ui") is not None:
        sys.excepthook = import_module("leadership_model.cli.run").tell_fault
        return int(import_module("ui.export").main(sys.argv[2:]))
    if find_spec("ui") is not None and find_spec("ui.app") is not None:
        return int(import_module("ui.app").run(sys.argv) or 0)
    if find_spec("leadership_model.tour") is not None:
        return int(import_module("leadership_model.tour").main() or 0)
    print("班子模型工作台的导览正在建设中。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
