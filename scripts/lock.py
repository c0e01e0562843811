"""A report of pip in (`pip install --dry-run --report FILE`), the exact versions it would install out, a line each."""

import json
import sys
from pathlib import Path

_OURS = "rashomon"


def main() -> None:
    report = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    found = {(m["metadata"]["name"].lower(), m["metadata"]["version"]) for m in report["install"]}
    sys.stdout.writelines(f"{name}=={version}\n" for name, version in sorted(found) if name != _OURS)


if __name__ == "__main__":
    main()
