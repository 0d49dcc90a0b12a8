"""Names under which CPython keeps the inner half of importlib."""
from _import_kinds import BuiltinImporter, FrozenImporter, ModuleSpec
from importlib.util import _load, module_from_spec, spec_from_loader

_load_unlocked = _load
