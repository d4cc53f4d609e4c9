"""Programs for those who work on Mawqif; not shipped."""
