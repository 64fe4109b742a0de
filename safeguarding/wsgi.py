"""The web server's way in."""

import os

from django.core.wsgi import get_wsgi_application

from safeguarding.deployment import localservices
from safeguarding.deployment.env import load

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safeguarding.settings")
if load().local:
    localservices.ensure()

application = get_wsgi_application()
