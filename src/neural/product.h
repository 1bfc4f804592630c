// Products of a block of rows with a fixed weight matrix, by oneDNN. The weights
// are packed once, in the layout that oneDNN likes best.
//
// Every product has one of two fixed row counts: the kernel that computes a row
// can then not depend on how many rows a batch happens to have, and no run-time
// shapes are needed. 64 rows keep the accumulators in the second-level cache; 16
// serve what is left over in int8, where sums are exact and so the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace dateline::neural {

inline constexpr std::size_t kBlockRows = 64;

/// What oneDNN needs beside the data: its handles and scratch memory, kept by one thread from call to call.
class ProductScratch {
 public:
  ProductScratch();
  ~ProductScratch();
  ProductScratch(ProductScratch&&) noexcept;
  ProductScratch& operator=(ProductScratch&&) noexcept;

  struct Impl;
  Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// int32 accumulators of int8 rows times int8 weights, exact on every machine.
class Int8Product {
 public:
  /// `weights` is [out, in], row by row; copied.
  Int8Product(std::span<const std::int8_t> weights, std::size_t out, std::size_t in);
  ~Int8Product();
  Int8Product(Int8Product&&) noexcept;
  Int8Product& operator=(Int8Product&&) noexcept;

  /// rows (at most kBlockRows) of `in` bytes to rows of `out` accumulators. Both blocks have room for kBlockRows rows.
  void run(const std::int8_t* rows, std::size_t count, std::int32_t* out, ProductScratch& scratch) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The same in float32.
class FloatProduct {
 public:
  FloatProduct(std::span<const float> weights, std::size_t out, std::size_t in);
  ~FloatProduct();
  FloatProduct(FloatProduct&&) noexcept;
  FloatProduct& operator=(FloatProduct&&) noexcept;

  void run(const float* rows, std::size_t count, float* out, ProductScratch& scratch) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// While it lives, oneDNN computes on the calling thread alone (it asks OpenMP, whose setting is per thread).
class SingleThreaded {
 public:
  SingleThreaded();
  ~SingleThreaded();
  SingleThreaded(const SingleThreaded&) = delete;
  SingleThreaded& operator=(const SingleThreaded&) = delete;

 private:
  int before_;
};

/// Seconds that all threads have spent in int8 products so far.
double int8_product_seconds();
/// Multiplications and additions done in them.
double int8_product_operations();

}  // namespace dateline::neural
