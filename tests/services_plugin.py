"""Prepares a test run before pytest-django reads the settings: the tests' environment and their servers."""

import gc
import os

from safeguarding.deployment import localservices
from safeguarding.deployment.env import load

os.environ.setdefault("SAFEGUARDING_TESTING", "true")
# Playwright runs an event loop in the tests' thread; Django would refuse every query beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

if load().local:
    localservices.ensure()

# Until the tests are collected next to nothing is garbage (see conftest.py, where the search begins again).
gc.disable()
