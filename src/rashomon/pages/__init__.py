"""A case in, page contexts and HTML out.

Each module here makes the context of one page or section: a frozen dataclass of plain words, links and geometry, made by a
pure function of the case. The templates only lay it out. The report is these pages in one file, without forms.
"""
