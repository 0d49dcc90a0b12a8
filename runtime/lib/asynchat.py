"""Conversations over asyncore: input collected up to a terminator, output from a queue of producers."""
import asyncore
import warnings
from collections import deque

warnings._deprecated(__name__, "The {name} module is deprecated and will be removed in Python {remove}. "
                     "The recommended replacement is asyncio", remove=(3, 12))


class async_chat(asyncore.dispatcher):
    """Override collect_incoming_data() and found_terminator()."""

    ac_in_buffer_size = 65536
    ac_out_buffer_size = 65536
    use_encoding = 0
    encoding = "latin-1"

    def __init__(self, sock=None, map=None):
        self.ac_in_buffer = b""
        self.incoming = []
        self.producer_fifo = deque()
        asyncore.dispatcher.__init__(self, sock, map)

    def collect_incoming_data(self, data):
        raise NotImplementedError("must be implemented in subclass")

    def _collect_incoming_data(self, data):
        self.incoming.append(data)

    def _get_data(self):
        data = b"".join(self.incoming)
        del self.incoming[:]
        return data

    def found_terminator(self):
        raise NotImplementedError("must be implemented in subclass")

    def set_terminator(self, term):
        """Bytes (or text, with use_encoding), a number of bytes, or None for none at all."""
        if isinstance(term, str) and self.use_encoding:
            term = bytes(term, self.encoding)
        elif isinstance(term, int) and term < 0:
            raise ValueError("the number of received bytes must be positive")
        self.terminator = term

    def get_terminator(self):
        return self.terminator

    # --- reading

    def handle_read(self):
        try:
            data = self.recv(self.ac_in_buffer_size)
        except BlockingIOError:
            return
        except OSError:
            self.handle_error()
            return
        if isinstance(data, str) and self.use_encoding:
            data = bytes(data, self.encoding)
        self.ac_in_buffer += data
        while self.ac_in_buffer:
            terminator = self.get_terminator()
            if not terminator:
                self._hand_over(len(self.ac_in_buffer))
            elif isinstance(terminator, int):
                self._take_count(terminator)
            elif not self._take_until(terminator):
                break

    def _hand_over(self, size):
        data, self.ac_in_buffer = self.ac_in_buffer[:size], self.ac_in_buffer[size:]
        self.collect_incoming_data(data)

    def _take_count(self, wanted):
        if len(self.ac_in_buffer) < wanted:
            self.terminator -= len(self.ac_in_buffer)
            self._hand_over(len(self.ac_in_buffer))
            return
        self.terminator = 0
        self._hand_over(wanted)
        self.found_terminator()

    def _take_until(self, terminator):
        """False: only the beginning of a terminator is left, so more must come."""
        place = self.ac_in_buffer.find(terminator)
        if place >= 0:
            data = self.ac_in_buffer[:place]
            self.ac_in_buffer = self.ac_in_buffer[place + len(terminator):]
            if data:
                self.collect_incoming_data(data)
            self.found_terminator()
            return True
        begun = find_prefix_at_end(self.ac_in_buffer, terminator)
        if begun == len(self.ac_in_buffer):
            return False
        self._hand_over(len(self.ac_in_buffer) - begun)
        return not begun

    # --- writing

    def handle_write(self):
        self.initiate_send()

    def handle_close(self):
        self.close()

    def push(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("data argument must be byte-ish (%r)", type(data))
        size = self.ac_out_buffer_size
        self.producer_fifo.extend(data[start:start + size] for start in range(0, len(data), size))
        self.initiate_send()

    def push_with_producer(self, producer):
        self.producer_fifo.append(producer)
        self.initiate_send()

    def readable(self):
        return 1

    def writable(self):
        return self.producer_fifo or not self.connected

    def close_when_done(self):
        self.producer_fifo.append(None)

    def initiate_send(self):
        """Sends one piece; what a producer gives stands before it in the queue until it is sent."""
        while self.producer_fifo and self.connected:
            first = self.producer_fifo[0]
            if not first:
                del self.producer_fifo[0]
                if first is None:
                    self.handle_close()
                    return
            try:
                data = first[:self.ac_out_buffer_size]
            except TypeError:
                self._ask_producer(first)
                continue
            if isinstance(data, str) and self.use_encoding:
                data = bytes(data, self.encoding)
            self._send_piece(first, data)
            return

    def _ask_producer(self, producer):
        if data := producer.more():
            self.producer_fifo.appendleft(data)
        else:
            del self.producer_fifo[0]

    def _send_piece(self, first, data):
        try:
            sent = self.send(data)
        except OSError:
            self.handle_error()
            return
        if not sent:
            return
        if sent < len(data) or self.ac_out_buffer_size < len(first):
            self.producer_fifo[0] = first[sent:]
        else:
            del self.producer_fifo[0]

    def discard_buffers(self):
        self.ac_in_buffer = b""
        del self.incoming[:]
        self.producer_fifo.clear()


class simple_producer:
    def __init__(self, data, buffer_size=512):
        self.data = data
        self.buffer_size = buffer_size

    def more(self):
        piece, self.data = self.data[:self.buffer_size], self.data[self.buffer_size:]
        return piece


def find_prefix_at_end(haystack, needle):
    """How many bytes of the beginning of needle stand at the end of haystack; all of it does not count."""
    size = len(needle) - 1
    while size and not haystack.endswith(needle[:size]):
        size -= 1
    return size
