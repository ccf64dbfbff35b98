"""Rises and falls: a level, the level before, the change between them and its rate."""
