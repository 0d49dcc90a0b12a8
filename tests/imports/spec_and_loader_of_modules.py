import importlib.util, os, _helper, _package

for module in _helper, _package:
    spec = module.__spec__
    print(spec.name, os.path.basename(spec.origin), spec.parent, spec.has_location, module.__loader__ is spec.loader)
    print(type(spec.loader).__name__, type(spec.loader).__module__, spec == importlib.util.find_spec(spec.name))
print(_package.__spec__.submodule_search_locations == list(_package.__path__), _helper.__spec__.submodule_search_locations)
print(__spec__)

# expect: _helper _helper.py  True True
# expect: SourceFileLoader _frozen_importlib_external True
# expect: _package __init__.py _package True True
# expect: SourceFileLoader _frozen_importlib_external True
# expect: True None
# expect: None
