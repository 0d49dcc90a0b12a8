# Limits and delays of asyncio that programs may look at.
import enum

LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5  # writes to a lost connection before it is told
ACCEPT_RETRY_DELAY = 1                 # seconds without accept() when descriptors have run out
DEBUG_STACK_DEPTH = 10                 # frames kept of where a future was made
SENDFILE_FALLBACK_READBUFFER_SIZE = 1024 * 256
THREAD_JOIN_TIMEOUT = 300


class _SendfileMode(enum.Enum):
    UNSUPPORTED = enum.auto()
    TRY_NATIVE = enum.auto()
    FALLBACK = enum.auto()
