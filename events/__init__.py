"""The facts and the log: what can be recorded in a council's book, as which bytes, and where they are kept.

Knows no rule of a meeting and no screen. Nothing in here decides whether an act is allowed.
"""
