"""Two names in, how likely they are one name written twice out."""

from rashomon.text.names import Match, match

__all__ = ["Match", "match"]
