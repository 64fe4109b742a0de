"""Figures as they are shown: definitions, lists, files and charts."""
