"""Speed and memory, measured on what you run it on; nothing here is shipped. See `python -m bench --help`."""
