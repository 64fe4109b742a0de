"""Signing in and staying signed in: what the library (allauth) leaves to this project, and where it is
held shorter.
"""
