import codecs
for s in (b'\\x4', b'\\u12', b'\\', b'\\U99999999'):
    except UnicodeDecodeError as e: print(e)
print(codecs.encode('hello','rot13'), codecs.encode(b'ab','hex'), codecs.decode(b'6162','hex'), codecs.encode(b'x','base64'))
try: 'x'.encode('rot13')
except LookupError as e: print(e)
try: 'x'.encode('nope')
except LookupError as e: print(e)
print(codecs.lookup('UTF8').name, codecs.lookup('latin1').name, codecs.lookup('cp437').name)
print('é'.encode('cp437'), b'\x82\xe1'.decode('cp437'), 'ж'.encode('koi8-r'), '€'.encode('iso8859-15'))
def h(e): return ('<%d>' % ord(e.object[e.start]), e.start+1)
codecs.register_error('mine', h)
print('aé€b'.encode('ascii','mine'), b'a\xff'.decode('utf-8', 'mine') if 0 else '')
def h2(e): return ('?', e.end)
codecs.register_error('m2', h2)
print(b'a\xffb\xfe'.decode('utf-8','m2'), b'\x80z'.decode('ascii','m2'))
d=codecs.getincrementaldecoder('utf-8')()
print(repr(d.decode(b'\xe2\x82')), d.decode(b'\xac'), d.getstate())
import io
r=codecs.getreader('utf-8')(io.BytesIO('a€\nb\n'.encode())); print(list(r))
w=io.BytesIO(); x=codecs.getwriter('utf-16')(w); x.write('ab'); x.write('c'); print(w.getvalue())
print('a+b€c-'.encode('utf-7'), b'a+-b+IKw-c'.decode('utf7'))
try: 'é'.encode('ascii')
except UnicodeEncodeError as e: print(e, e.encoding)
try: b'\xff'.decode('utf-8')
except UnicodeDecodeError as e: print(e)
print( 'é'.encode('ascii','xmlcharrefreplace'))
class E: pass
try: codecs.lookup('zzz')
except LookupError as e: print(e)
print(list(codecs.iterdecode([b'\xe2',b'\x82\xac'],'utf-8')), codecs.utf_8_decode(b'a\xe2'))
def search(n):
    if n == 'my_enc': return codecs.CodecInfo(lambda s,e='strict':(b'!'+s.encode(),len(s)), lambda b,e='strict':(bytes(b).decode()+'!',len(b)), name='my')
codecs.register(search)
print('x'.encode('my-enc'), b'q'.decode('MY_ENC'))

# expect error: SyntaxError: invalid syntax
