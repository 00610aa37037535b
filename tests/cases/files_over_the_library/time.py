raise SystemExit("Python has the module that is called so before it looks here")
