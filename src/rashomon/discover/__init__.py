"""A corpus in, its stories out: which articles tell the same event, which are copies of which, and which are worth a case.

`reading` reads a corpus, `digests` makes numbers of each article, `families` and `neighbours` find what is alike among those
numbers, `grouping` makes groups of pairs, `ranking` says what a story shows, `shelf` keeps it all, `runs` puts it together,
`watch` goes on with it. The language pipeline reads nothing here: only the case that is built from a story is parsed.
"""
