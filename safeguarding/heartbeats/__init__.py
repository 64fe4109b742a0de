"""Whether what works unseen is at work: the worker, the timetable, e-mail, and the scan of what is due."""
