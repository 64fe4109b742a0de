#!/bin/sh
# Run once by the database's container, when it is empty: the role that the service runs as, which owns nothing.
set -eu
psql --username safeguarding_owner --dbname safeguarding --set ON_ERROR_STOP=1 \
    --set password="$(cat /run/secrets/service)" <<'SQL'
CREATE ROLE safeguarding_app LOGIN PASSWORD :'password';
SQL
