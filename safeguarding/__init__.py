"""The ground: who, whom, which day, who may see. Also the project package.

The Celery app is imported here so that a task sent from a page goes to our broker, not to Celery's default.
"""

from safeguarding.celery import app as celery_app

__all__ = ["celery_app"]
