"""A case in, the contexts of the workbench's pages out: the report's sections one by one, with what one can decide on them."""
