// Distances on the earth.
#pragma once

namespace dateline {

/// Kilometres between two points in degrees, on a sphere of the earth's mean radius (haversine formula).
double kilometres(double latitude1, double longitude1, double latitude2, double longitude2);

}  // namespace dateline
