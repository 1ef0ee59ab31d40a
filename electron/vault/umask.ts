// Imported before anything else: no file this process makes may be read by another account of the computer.
process.umask(0o077);
