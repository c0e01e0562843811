"""`python -m rashomon` is the program `rashomon`."""

from rashomon.cli import main

main()
