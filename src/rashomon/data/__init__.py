"""What the world looks like, as data: word lists and tables in TOML, each with its origin in its head."""
