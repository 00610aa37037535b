"""The Jinja2 templates of drivers. They place text; `ffc.emit.plan` decides."""
