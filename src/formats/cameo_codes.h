// CAMEO event codes: their forms, quad classes and Goldstein scores.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

struct CameoCode {
  std::string_view code;   ///< two to four digits
  double goldstein = 0;    ///< -10 to 10
  std::string_view words;  ///< what somebody with that code does
};

/// The code, or else the deepest known one above it; nothing if not even its root is known.
const CameoCode* find_cameo(std::string_view code);

/// Three or four digits: a root stands for its general code, "18" for "180". Empty stays empty.
std::string cameo_event(std::string_view code);
std::string cameo_base(std::string_view code);  ///< the first three of them
std::string cameo_root(std::string_view code);  ///< the first two

/// GDELT's QuadClass: 1 verbal cooperation (roots 01 to 05), 2 material cooperation (06 to 08), 3 verbal conflict
/// (09 to 13), 4 material conflict (14 to 20); 0 for no code.
int cameo_quad(std::string_view code);

}  // namespace dateline
