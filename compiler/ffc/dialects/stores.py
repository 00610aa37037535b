"""The names of storages, which several front ends have in modules of their own."""

STORAGE = ("storage_factory",)
SERIALIZERS = ("DaskArraySerializer", "FILE_PROTOCOL", "S3_PROTOCOL", "generate_name")
