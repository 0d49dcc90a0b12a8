# A traceback shows the lines of a file as its coding comment says.
import os
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    for encoding in 'latin-1', 'utf-8', 'shift_jis':
        path = os.path.join(folder, 'script.py')
        word = 'あ' if encoding == 'shift_jis' else 'é'
        with open(path, 'w', encoding=encoding) as file:
            file.write(f'# -*- coding: {encoding} -*-\nword = "{word}"\nraise ValueError("{word}")\n')
        shown = subprocess.run([sys.executable, path], stderr=subprocess.PIPE, encoding='utf-8',
                               env={**os.environ, 'PYTHONIOENCODING': 'utf-8'}).stderr
        print(*shown.splitlines()[-2:], sep='\n')
# expect:     raise ValueError("é")
# expect: ValueError: é
# expect:     raise ValueError("é")
# expect: ValueError: é
# expect:     raise ValueError("あ")
# expect: ValueError: あ
