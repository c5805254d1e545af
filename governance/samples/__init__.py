"""Sample minutes of a council that does not exist, for the demonstration and the practice of newcomers."""
