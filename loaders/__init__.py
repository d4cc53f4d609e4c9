"""A page in, Extractions out: pure, deterministic, offline; knows no database."""
