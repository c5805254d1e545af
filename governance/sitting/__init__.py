"""A meeting as it goes on: who is in the room, how far the agenda has come, and what usually comes next.

Pure functions of the fold; the application shows what they return, and the command line may.
"""
