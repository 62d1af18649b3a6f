"""The parts of a strict Bot API server on 127.0.0.1: its world, its methods, and the people in it."""
