"""write_results writes how often each line ran beside the text, and what did not run at all."""
import os
import tempfile
import trace

SOURCE = """\
def work(n):
    if n > 100:
        return 0
    for i in range(n):
        n += i
    return n


work(3)
"""
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'program.py')
    with open(path, 'w') as file:
        file.write(SOURCE)
    tracer = trace.Trace(count=1, trace=0)
    namespace = {'__name__': '__main__', '__file__': path}
    tracer.runctx(compile(SOURCE, path, 'exec'), namespace, namespace)
    results = tracer.results()
    results.write_results(show_missing=True, coverdir=folder)
    made = [each for each in os.listdir(folder) if each.endswith('program.cover')]
    with open(os.path.join(folder, *made)) as file:
        print(file.read(), end='')
    kept = os.path.join(folder, 'counts')
    trace.CoverageResults(results.counts, outfile=kept).write_results(coverdir=folder)
    again = trace.CoverageResults(infile=kept, outfile=None)
    print({lineno: times for (_, lineno), times in sorted(again.counts.items())})

# expect:     1: def work(n):
# expect:     1:     if n > 100:
# expect: >>>>>>         return 0
# expect:     4:     for i in range(n):
# expect:     3:         n += i
# expect:     1:     return n
# expect:        
# expect:        
# expect:     1: work(3)
# expect: {1: 1, 2: 1, 4: 4, 5: 3, 6: 1, 9: 1}
