"""What speaks to the database through tables is brought once, before any job may ask for it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASKED = """
import sys, threading
sys.path.insert(0, {root!r})
from ui import importing
importing.prepare("workspace")
assert "sqlalchemy" not in sys.modules
met, faults = threading.Barrier(4), []
def ask(name):
    met.wait()
    try:
        importing.prepare("a page")
        __import__("leadership_model.store." + name)
    except ImportError as error:
        faults.append(error)
names = ("photo", "records", "rule_notes", "seats")
threads = [threading.Thread(target=ask, args=(name,)) for name in names]
for each in threads:
    each.start()
for each in threads:
    each.join()
assert "sqlalchemy" in sys.modules
sys.exit(len(faults))
"""


def test_readers_that_need_the_store_in_the_same_moment_all_get_it():
    code = ASKED.format(root=str(ROOT))
    run = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")
