#include <dateline/engine.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace dateline {
namespace {

namespace fs = std::filesystem;

fs::path program() {
  std::error_code failure;
  return fs::read_symlink("/proc/self/exe", failure);
}

}  // namespace

fs::path find_data(const std::string& relative) {
  const char* named = std::getenv("DATELINE_DATA");
  const fs::path beside = program().parent_path();
  const std::array<fs::path, 5> roots = {named != nullptr ? fs::path(named) : fs::path(), beside,
                                         beside.parent_path() / "share/dateline", fs::path(DATELINE_INSTALLED_DATA),
                                         fs::path(DATELINE_SOURCE_DIR)};
  for (const fs::path& root : roots) {
    std::error_code failure;
    if (!root.empty() && fs::exists(root / relative, failure)) return root / relative;
  }
  throw Error(ErrorCode::file_not_found,
              relative + " was not found in $DATELINE_DATA, beside the program or where it was installed");
}

}  // namespace dateline
