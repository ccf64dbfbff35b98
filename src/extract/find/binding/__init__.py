"""The ground of all finders of relations: what ties figures, and what may be tied at all."""
