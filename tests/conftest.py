"""Properties are tried on the same examples at each run, so that a run can be repeated; RASHOMON_EXAMPLES=new tries others."""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)  # a busy machine is no failure
settings.load_profile("default" if os.environ.get("RASHOMON_EXAMPLES") == "new" else "same")
