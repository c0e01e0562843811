"""One event, many accounts: every claim on its exact words, with who said it and who relayed it."""

from importlib.metadata import version as _version

__version__ = _version("rashomon")
