"""The implementations of the DOM, by name."""
import os
import sys

well_known_implementations = {'minidom': 'xml.dom.minidom', '4DOM': 'xml.dom.DOMImplementation'}
registered = {}


def registerDOMImplementation(name, factory):
    registered[name] = factory


def _good_enough(dom, features):
    return all(dom.hasFeature(feature, version) for feature, version in features)


def getDOMImplementation(name=None, features=()):
    """An implementation: of that name, or one that has the features."""
    module = well_known_implementations.get(name)
    if module:
        return __import__(module, {}, {}, ['getDOMImplementation']).getDOMImplementation()
    if name:
        return registered[name]()
    if not sys.flags.ignore_environment and 'PYTHON_DOM' in os.environ:
        return getDOMImplementation(name=os.environ['PYTHON_DOM'])
    if isinstance(features, str):
        features = _parse_feature_string(features)
    for factory in registered.values():
        dom = factory()
        if _good_enough(dom, features):
            return dom
    for each in well_known_implementations:
        try:
            dom = getDOMImplementation(name=each)
        except Exception:
            continue
        if _good_enough(dom, features):
            return dom
    raise ImportError('no suitable DOM implementation found')


def _parse_feature_string(s):
    features, words = [], s.split()
    while words:
        feature = words.pop(0)
        if feature[0] in '0123456789':
            raise ValueError('bad feature name: %r' % (feature,))
        version = words.pop(0) if words and words[0][0] in '0123456789' else None
        features.append((feature, version))
    return tuple(features)
