"""A command for every verb of `api`."""


def main() -> None:
    """Being written."""
    print("see rashomon.api")
