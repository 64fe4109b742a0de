"""Signing in and staying signed in: what the library (allauth) leaves to this project or is held to."""
