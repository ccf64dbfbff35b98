"""No words tie them, but digits do: what chance does not explain. Called last."""
