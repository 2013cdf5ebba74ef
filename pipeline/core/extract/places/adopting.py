"""Towns that a model took for something else, in an article about the towns around them."""

from collections.abc import Sequence

import numpy as np

from pipeline.core.extract.places.atlas import Kind, Place
from pipeline.core.extract.places.candidates import Toponym
from pipeline.core.extract.places.columns import Floats, distances, points

_REACH = 40.0  # km at which a town around counts 1/e
_ENOUGH = 0.9  # of such company: two towns within 30 km, or three a little farther away
_ANCHORS = 64  # towns around that are looked at; the rest of a long list says nothing new


def adopt(name: Toponym, around: Sequence[Place]) -> Place | None:
    """What `name` is if it is one of the towns `around`: "Goffstown" beside Manchester and Bedford; else None.

    `around` are the towns that the article names for sure, each once. What was taken for a person is a town only where
    somebody goes to it or comes from it.
    """
    towns = [place for place in around[:_ANCHORS] if place.kind in (Kind.CITY, Kind.DISTRICT)]
    if not towns or (name.label == "PERSON" and not name.hinted):
        return None
    closeness = np.exp(-distances(_points(name.candidates), _points(towns)) / _REACH).sum(axis=1)
    best = int(np.argmax(closeness))
    return name.candidates[best] if closeness[best] >= _ENOUGH else None


def _points(places: Sequence[Place]) -> Floats:
    return points([place.latitude for place in places], [place.longitude for place in places])
