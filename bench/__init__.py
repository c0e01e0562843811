"""How good and how fast: tasks with their gold, a naive floor in every table, frozen outputs, a gate."""
