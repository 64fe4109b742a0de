"""The invented council of the demo: its people, its families and eleven years of conferences, all made up.

`quotas` says how many plans begin and end each month, `months` tells the story that has those numbers,
`writing` puts it into the database. Everything before `writing` is pure.
"""
