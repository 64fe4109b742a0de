"""The file of children from the case system: read a line at a time, compared and taken in set by set.

reading -> comparing -> taking; inbox.py keeps files until a worker has read them.
"""
