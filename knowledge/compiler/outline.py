"""A point inside a country's outline: the centre of its largest part, or the middle of the widest chord there."""

import math


def inner_point(geometry):
    """Longitude and latitude inside a GeoJSON polygon or multipolygon."""
    ring = max(_rings(geometry), key=lambda ring: abs(_area_and_centre(ring)[0]))
    _, longitude, latitude = _area_and_centre(ring)
    begin, end = max(
        _chords(ring, latitude),
        key=lambda chord: (chord[0] <= longitude <= chord[1], chord[1] - chord[0]),
        default=(longitude, longitude),
    )
    if not begin <= longitude <= end:
        longitude = (begin + end) / 2
    return longitude, latitude


def largest_share(geometry):
    """The share of the area that the largest part has."""
    areas = [abs(_area_and_centre(ring)[0]) for ring in _rings(geometry)]
    return max(areas) / sum(areas)


def _rings(geometry):
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [part[0] for part in parts]


def _area_and_centre(ring):
    """Area (signed, in a unit of its own) and the centre's longitude and latitude, in Lambert's cylindrical equal-area
    projection: in plain degrees the north of Russia or China would weigh as much as twice its area."""
    area = x = y = 0.0
    flat = [(longitude, math.sin(math.radians(latitude))) for longitude, latitude in ring]
    for (x0, y0), (x1, y1) in zip(flat, flat[1:]):
        cross = x0 * y1 - x1 * y0
        area += cross
        x += (x0 + x1) * cross
        y += (y0 + y1) * cross
    if area == 0:
        return 0.0, *ring[0]
    return area / 2, x / (3 * area), math.degrees(math.asin(y / (3 * area)))


def _chords(ring, latitude):
    crossings = sorted(
        x0 + (latitude - y0) / (y1 - y0) * (x1 - x0)
        for (x0, y0), (x1, y1) in zip(ring, ring[1:])
        if (y0 > latitude) != (y1 > latitude)
    )
    return list(zip(crossings[::2], crossings[1::2]))
