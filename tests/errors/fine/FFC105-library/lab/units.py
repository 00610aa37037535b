try:
    from .imperial import METRE
except ImportError:
    METRE = 1.0
