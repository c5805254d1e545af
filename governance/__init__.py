"""The rules and the state: what may be recorded, what follows from it, and how it goes in and out."""
