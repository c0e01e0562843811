"""A case file in, the workbench out: a page per address, a decision per form that is sent."""
