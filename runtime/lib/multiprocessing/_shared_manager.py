# multiprocessing.managers: the manager whose server removes the shared memory that was made through it.
from . import shared_memory
from .connection import Client
from .managers import BaseManager, Server, dispatch


class SharedMemoryServer(Server):
    public = Server.public + ['track_segment', 'release_segment', 'list_segments']

    def __init__(self, *args, **kwargs):
        Server.__init__(self, *args, **kwargs)
        self.segment_names = []

    def track_segment(self, c, segment_name):
        self.segment_names.append(segment_name)

    def release_segment(self, c, segment_name):
        self.segment_names.remove(segment_name)
        self._destroy(segment_name)

    def list_segments(self, c):
        return self.segment_names[:]

    def shutdown(self, c):
        for name in self.segment_names:
            self._destroy(name)
        self.segment_names.clear()
        return Server.shutdown(self, c)

    def _destroy(self, name):
        try:
            segment = shared_memory.SharedMemory(name)
        except FileNotFoundError:  # unlinked already
            return
        segment.close()
        segment.unlink()


class SharedMemoryManager(BaseManager):
    """Makes shared memory that is gone when the manager is shut down."""

    _Server = SharedMemoryServer

    def __init__(self, *args, **kwargs):
        # One tracker for this process and the server's, so that what the server removes is known to be gone.
        shared_memory.resource_tracker.ensure_running()
        BaseManager.__init__(self, *args, **kwargs)

    def __del__(self):
        if self._state == 'STARTED':
            self.shutdown()

    def _tell(self, what, name):
        with Client(self._address, authkey=self._authkey) as conn:
            return dispatch(conn, None, what, (name,))

    def SharedMemory(self, size):
        made = shared_memory.SharedMemory(None, create=True, size=size)
        self._track(made, made.name)
        return made

    def ShareableList(self, sequence):
        made = shared_memory.ShareableList(sequence)
        self._track(made.shm, made.shm.name)
        return made

    def _track(self, memory, name):
        try:
            self._tell('track_segment', name)
        except BaseException:
            memory.unlink()
            raise


for _each in SharedMemoryServer, SharedMemoryManager:
    _each.__module__ = 'multiprocessing.managers'
