"""Property tests try the same examples each time, and take the time they need: a busy machine breaks no rule."""

from hypothesis import settings

settings.register_profile("suite", deadline=None, derandomize=True, database=None)
settings.load_profile("suite")
