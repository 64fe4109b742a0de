"""The Children in Need census, read: streamed, checked child by child, merged in one transaction.

markup -> records (by shaping) -> checks -> staging -> merging; importing.py is the way in.
"""
