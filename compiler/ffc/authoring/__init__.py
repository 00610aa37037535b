"""The authoring API: what apps import. It builds graphs of nodes and runs them without Ray."""
