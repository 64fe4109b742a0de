"""Django's own PostgreSQL, that fails at once while the server is away and comes back with it."""
