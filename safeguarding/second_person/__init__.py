"""What one person asks and a second confirms: how long it waits, how it is closed, who may confirm which."""
