"""A task is a module: gold() -> items, SYSTEMS: name -> predict(item), score(gold, predicted) -> measures, CORPUS, TITLE.

CORPUS is None for the project's own gold in `bench/gold/`, which alone the gate judges, for everybody can repeat it. Systems
are "rashomon", "naive" (the floor) and peers; a peer that is not installed is left out with a word. A task may set
FLOORS: measure -> the least that the gate lets through.
"""
