"""Everything that people do, by anybody in any order, and what must hold whatever they did."""
