"""make trial: a council begins, from empty servers and the README alone, and holds its first conference."""
