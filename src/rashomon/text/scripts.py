"""A text in, which way it runs out."""


def leftward(text: str) -> bool:
    """Whether a text begins in a script that runs from right to left: its first letter is Hebrew, Arabic or a neighbour."""
    first = next((c for c in text if c.isalpha()), "")
    return "\u0590" <= first <= "\u08ff" or "\ufb1d" <= first <= "\ufefc"
