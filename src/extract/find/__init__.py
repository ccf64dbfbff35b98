"""Document + hits of rules -> typed mentions and the relations that a document announces.

One package for each thing that is looked for; docs/finders.md is the map.
"""
