"""Text that was typed and not saved: kept as it is typed, for its writer alone, until it is saved."""
