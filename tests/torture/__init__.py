"""Fault runs through the real application path: killed, without power, on a full disk, with flipped bits, fed with nonsense.

A short version of each is in every test run; ``make torture`` runs them at full size. Each prints its figures and its
seed; REFERAT_SEED sets another seed, and the same seed draws the same faults.
"""
