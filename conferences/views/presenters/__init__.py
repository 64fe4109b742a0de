"""Pages as values: what a query found, put into words, so that templates only place it."""
