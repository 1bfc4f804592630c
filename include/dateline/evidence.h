// What the coder goes by beside its model.
#pragma once

namespace dateline {

/// What the coder goes by beside the event head: all of it, unless a measurement asks what a part is worth.
struct Evidence {
  bool triggers = true;    ///< the codebook's senses in their frames
  bool neighbours = true;  ///< its examples that are nearest
};

/// Whether the codebook's examples help as neighbours (docs/formats/neighbours.md).
enum class NeighbourState {
  used,
  missing,  ///< there is no index, or none is wanted
  stale     ///< the index is that of another model, or of other examples; it is not used
};

}  // namespace dateline
