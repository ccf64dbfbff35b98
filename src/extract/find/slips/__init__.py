"""Levels that only one wrong digit keeps from agreeing."""
