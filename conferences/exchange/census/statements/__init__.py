"""The merge's SQL, one module for each kind of record, in the order in which it is run."""
