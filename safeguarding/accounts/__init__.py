"""Who works here: people, their teams, and how they sign in."""
