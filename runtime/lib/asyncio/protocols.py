# What a protocol must have: the methods that transports call.
__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol')


class BaseProtocol:
    """What all protocols have."""

    __slots__ = ()

    def connection_made(self, transport):
        """Called first, with the transport."""

    def connection_lost(self, exc):
        """Called last; None: it ended in the usual way."""

    def pause_writing(self):
        """The transport's buffer is over its high-water mark."""

    def resume_writing(self):
        """It is below the low-water mark again."""


class Protocol(BaseProtocol):
    """For streams of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Some bytes came."""

    def eof_received(self):
        """No more will come. True: the transport stays open for writing."""


class BufferedProtocol(BaseProtocol):
    """For streams of bytes, read into memory of the protocol."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Where the next bytes shall go."""

    def buffer_updated(self, nbytes):
        """So many came."""

    def eof_received(self):
        """No more will come. True: the transport stays open for writing."""


class DatagramProtocol(BaseProtocol):
    """For datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """One came."""

    def error_received(self, exc):
        """Sending or receiving one failed with OSError."""


class SubprocessProtocol(BaseProtocol):
    """For a process and its pipes."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The process wrote to stdout (1) or stderr (2)."""

    def pipe_connection_lost(self, fd, exc):
        """One of its pipes was closed."""

    def process_exited(self):
        """It has ended."""


def _feed_data_to_buffered_proto(proto, data):
    while data:
        buffer = proto.get_buffer(len(data))
        room = len(buffer)
        if not room:
            raise RuntimeError('get_buffer() returned an empty buffer')
        count = min(room, len(data))
        buffer[:count] = data[:count]
        proto.buffer_updated(count)
        data = data[count:]
