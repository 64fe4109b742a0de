"""Going live: the day from which duties are raised and emails are sent, and whether it has come."""
