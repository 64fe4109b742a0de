"""The council’s directories: teams, rooms, agencies and their people."""
