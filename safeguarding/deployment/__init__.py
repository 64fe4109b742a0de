"""How the service is set up and run: environment, checks, logging, servers, migrations."""
