"""Local policy: the limits a council sets for itself, as dated data (keys, limits, values, operations)."""
