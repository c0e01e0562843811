"""Documents and decisions in, one SQLite file out, and back.

Inputs, documents and decisions are kept; annotations and the settled case can be made again and may be dropped.
"""
