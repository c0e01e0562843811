"""A case file in, its case settled and kept in it: what the workbench runs as a process of its own."""

import sys
from pathlib import Path

from rashomon import api

if __name__ == "__main__":
    api.open_case(Path(sys.argv[1]))
