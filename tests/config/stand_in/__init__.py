"""A product of four commands, so that the command line is tried without the real one."""
