// A file system for SQLite that writes through to the usual one until it has written enough. Then the disk is full, or
// the process is killed in the middle of a write.
#pragma once

#include <sqlite3.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>

namespace dateline::fuzz {

enum class Failure : std::uint8_t { full_disk, kill };

class FailingFiles {
 public:
  static FailingFiles& instance() {
    static FailingFiles files;
    return files;
  }

  /// The next `writes` - 1 writes succeed.
  void fail_at(long writes, Failure failure) {
    left_ = writes;
    failure_ = failure;
  }
  void never_fail() { left_ = -1; }

 private:
  struct File {
    sqlite3_file base;
    sqlite3_file* real;
  };

  FailingFiles() : usual_(sqlite3_vfs_find(nullptr)), vfs_(*usual_) {
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + usual_->szOsFile;
    vfs_.zName = "failing";
    vfs_.xOpen = open;
    sqlite3_vfs_register(&vfs_, 1);
  }

  static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
    auto* outer = reinterpret_cast<File*>(file);
    outer->real = reinterpret_cast<sqlite3_file*>(outer + 1);
    outer->real->pMethods = nullptr;
    sqlite3_vfs* usual = instance().usual_;
    const int result = usual->xOpen(usual, name, outer->real, flags, out);
    outer->base.pMethods = outer->real->pMethods == nullptr ? nullptr : methods();
    return result;
  }

  /// Counts a write. True if it is one that fails; a kill is for the caller, who may have begun to write by then.
  static bool fails() {
    long& left = instance().left_;
    if (left > 0) --left;
    return left == 0;
  }

  static bool kills() { return instance().failure_ == Failure::kill; }

  static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    sqlite3_file* under = real(file);
    if (!fails()) return under->pMethods->xWrite(under, from, size, at);
    if (!kills()) return SQLITE_FULL;
    under->pMethods->xWrite(under, from, size / 2, at);
    ::raise(SIGKILL);
    return SQLITE_IOERR_WRITE;
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (kills() && fails()) ::raise(SIGKILL);
    return real(file)->pMethods->xTruncate(real(file), size);
  }

  static const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods all = [] {
      sqlite3_io_methods m{};
      m.iVersion = 2;
      m.xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); };
      m.xRead = [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
        return real(f)->pMethods->xRead(real(f), to, size, at);
      };
      m.xWrite = write;
      m.xTruncate = truncate;
      m.xSync = [](sqlite3_file*, int) { return SQLITE_OK; };
      m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); };
      m.xLock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); };
      m.xUnlock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); };
      m.xCheckReservedLock = [](sqlite3_file* f, int* out) {
        return real(f)->pMethods->xCheckReservedLock(real(f), out);
      };
      m.xFileControl = [](sqlite3_file* f, int op, void* arg) {
        return real(f)->pMethods->xFileControl(real(f), op, arg);
      };
      m.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
      m.xDeviceCharacteristics = [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); };
      m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** to) {
        return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
      };
      m.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) {
        return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
      };
      m.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
      m.xShmUnmap = [](sqlite3_file* f, int erase) { return real(f)->pMethods->xShmUnmap(real(f), erase); };
      return m;
    }();
    return &all;
  }

  sqlite3_vfs* usual_;
  sqlite3_vfs vfs_;
  long left_ = -1;
  Failure failure_ = Failure::full_disk;
};

}  // namespace dateline::fuzz
