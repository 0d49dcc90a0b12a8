# A sound written is read back, in parts; what is missing or wrong is refused.
import io
import wave

file = io.BytesIO()
with wave.open(file, "wb") as sound:
    sound.setnchannels(2)
    sound.setsampwidth(2)
    sound.setframerate(8000.4)
    sound.writeframes(bytes(range(16)))
    sound.writeframesraw(b"\x01\x02\x03\x04")
    print(sound.tell(), sound.getnchannels(), sound.getframerate())
data = file.getvalue()
print(len(data), data[:4], data[8:16], data[-4:])
with wave.open(io.BytesIO(data)) as sound:
    print(sound.getparams())
    print(sound.readframes(2), sound.tell(), len(sound.readframes(100)), sound.readframes(1))
    sound.setpos(1)
    print(sound.readframes(1))
    sound.rewind()
    print(sound.tell(), sound.getnframes(), sound.getmarkers())
for wrong in (lambda: wave.open(io.BytesIO(b"nothing at all")), lambda: wave.open(io.BytesIO(data), "q"),
              lambda: wave.open(io.BytesIO(data[:30])),
              lambda: sound.setpos(99), lambda: wave.open(io.BytesIO())):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, str(error) or "-")
# expect: 5 2 8000
# expect: 64 b'RIFF' b'WAVEfmt ' b'\x01\x02\x03\x04'
# expect: _wave_params(nchannels=2, sampwidth=2, framerate=8000, nframes=5, comptype='NONE', compname='not compressed')
# expect: b'\x00\x01\x02\x03\x04\x05\x06\x07' 2 12 b''
# expect: b'\x04\x05\x06\x07'
# expect: 0 5 None
# expect: Error file does not start with RIFF id
# expect: Error mode must be 'r', 'rb', 'w', or 'wb'
# expect: EOFError -
# expect: Error position not in range
# expect: EOFError -
