"""Speed, as ratios to raw limits measured in the same run: ``python -m tests.bench``."""
