"""The council's directories: teams, rooms, agencies and their people, kept on pages and by file alike."""
