"""Gunicorn's configuration: gunicorn --config python:safeguarding.deployment.webserver safeguarding.wsgi"""

import sys

from safeguarding.deployment import logging as logs
from safeguarding.deployment.env import load
from safeguarding.deployment.static import missing

ENV = load()
if ENV.production and (sentence := missing()):
    # Every page would fail.
    sys.exit(sentence)

# Loaded once, before the workers part from it: nothing connects to a server on import.
preload_app = True
worker_class = "safeguarding.deployment.webworker.PatientWorker"
workers = ENV.web_processes
threads = ENV.web_threads
# Heartbeats in memory: on a slow disk they would stall, and the parent would kill a healthy worker.
worker_tmp_dir = "/dev/shm"
timeout = 30
graceful_timeout = 10
# An access log would hold what people searched for.
accesslog = None
control_socket_disable = True
logconfig_dict = logs.configuration(ENV.log_level, plain=False)
