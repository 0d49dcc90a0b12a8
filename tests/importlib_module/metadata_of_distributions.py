# importlib.metadata: what is installed in a folder of sys.path.
import os
import sys
import tempfile
from importlib import metadata

with tempfile.TemporaryDirectory() as folder:
    info = os.path.join(folder, 'Some_Thing-1.2.dist-info')
    os.mkdir(info)
    for name, text in (('METADATA', 'Metadata-Version: 2.1\nName: Some-Thing\nVersion: 1.2\nRequires-Dist: other>=3\n'),
                       ('RECORD', 'some/__init__.py,sha256=abc,12\n'), ('top_level.txt', 'some\n'),
                       ('entry_points.txt', '[console_scripts]\nthing = os.path:join [extra]\n')):
        with open(os.path.join(info, name), 'w') as file:
            file.write(text)
    sys.path.insert(0, folder)
    print(metadata.version('some_thing'), metadata.metadata('some-thing')['Name'], metadata.requires('some.thing'))
    print([(str(file), file.hash, file.size) for file in metadata.files('some-thing')])
    point, = metadata.entry_points(group='console_scripts', name='thing')
    print(point, point.load() is os.path.join, point.extras)
    print(metadata.packages_distributions()['some'])
    sys.path.remove(folder)
try:
    metadata.version('no-such-thing')
except metadata.PackageNotFoundError as error:
    print(error, isinstance(error, ImportError))

# expect: 1.2 Some-Thing ['other>=3']
# expect: [('some/__init__.py', <FileHash mode: sha256 value: abc>, 12)]
# expect: EntryPoint(name='thing', value='os.path:join [extra]', group='console_scripts') True ['extra']
# expect: ['Some-Thing']
# expect: No package metadata was found for no-such-thing True
