#include "neural/product.h"

#include <dateline/error.h>
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <oneapi/dnnl/dnnl.hpp>
#include <unordered_map>
#include <vector>

#include "neural/buffer.h"
#include "neural/exact_product.h"
#include "neural/paired_product.h"

// Of libgomp, which Debian's oneDNN runs on (a compiler's own <omp.h> may mean another library).
extern "C" {
int omp_get_max_threads();
void omp_set_num_threads(int threads);
}

namespace dateline::neural {
namespace {

using Tag = dnnl::memory::format_tag;
using DataType = dnnl::memory::data_type;
using Dim = dnnl::memory::dim;

std::atomic<std::uint64_t> nanoseconds{0};
std::atomic<std::uint64_t> operations{0};

const dnnl::engine& engine() {
  static const dnnl::engine instance(dnnl::engine::kind::cpu, 0);
  return instance;
}

/// oneDNN's int8 kernels before VNNI add pairs of products in 16 bits, which may overflow.
bool has_exact_int8() {
  const auto isa = dnnl::get_effective_cpu_isa();
  return isa == dnnl::cpu_isa::avx512_core_vnni || isa == dnnl::cpu_isa::avx512_core_bf16 ||
         isa == dnnl::cpu_isa::avx512_core_amx;
}

struct Types {
  DataType source;
  DataType weights;
  DataType result;
};

/// A number that no other product has: products come and go with models, thread's handles stay.
std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace

struct ProductScratch::Impl {
  struct Handles {
    dnnl::memory source, result, workspace;
  };

  dnnl::stream stream{engine()};
  std::unordered_map<std::uint64_t, Handles> handles;
  Buffer<std::byte> memory;
};

ProductScratch::ProductScratch() : impl_(std::make_unique<Impl>()) {}
ProductScratch::~ProductScratch() = default;
ProductScratch::ProductScratch(ProductScratch&&) noexcept = default;
ProductScratch& ProductScratch::operator=(ProductScratch&&) noexcept = default;

namespace {

/// One oneDNN matrix product with a fixed number of rows.
class FixedProduct {
 public:
  FixedProduct(Types types, std::size_t rows, std::size_t out, std::size_t in, const dnnl::memory::desc* packed)
      : FixedProduct(describe(types, rows, out, in, packed)) {}

  const dnnl::memory::desc& weights() const { return weights_; }

  void run(const void* rows, const dnnl::memory& weights, void* out, ProductScratch& scratch) const {
    ProductScratch::Impl& own = scratch.impl();
    const ProductScratch::Impl::Handles& handles = this->handles(own);
    handles.source.set_data_handle(const_cast<void*>(rows));
    handles.result.set_data_handle(out);
    handles.workspace.set_data_handle(own.memory.reserve(scratch_size_ + 1));
    const dnnl_exec_arg_t arguments[] = {{DNNL_ARG_SRC, handles.source.get()},
                                         {DNNL_ARG_WEIGHTS, weights.get()},
                                         {DNNL_ARG_DST, handles.result.get()},
                                         {DNNL_ARG_SCRATCHPAD, handles.workspace.get()}};
    dnnl::error::wrap_c_api(dnnl_primitive_execute(product_.get(), own.stream.get(), 4, arguments), "matrix product");
  }

 private:
  const ProductScratch::Impl::Handles& handles(ProductScratch::Impl& own) const {
    const auto found = own.handles.find(number_);
    if (found != own.handles.end()) return found->second;
    const auto handle = [](const dnnl::memory::desc& description) {
      return dnnl::memory(description, engine(), DNNL_MEMORY_NONE);
    };
    return own.handles
        .emplace(number_, ProductScratch::Impl::Handles{handle(source_), handle(result_), handle(scratch_)})
        .first->second;
  }

  explicit FixedProduct(const dnnl::matmul::primitive_desc& description)
      : source_(description.src_desc()),
        weights_(description.weights_desc()),
        result_(description.dst_desc()),
        scratch_(description.scratchpad_desc()),
        scratch_size_(scratch_.get_size()),
        product_(description) {}

  static dnnl::matmul::primitive_desc describe(Types types, std::size_t rows, std::size_t out, std::size_t in,
                                               const dnnl::memory::desc* packed) {
    const Dim m = static_cast<Dim>(rows), n = static_cast<Dim>(out), k = static_cast<Dim>(in);
    const dnnl::memory::desc source({m, k}, types.source, Tag::ab);
    const dnnl::memory::desc result({m, n}, types.result, Tag::ab);
    const dnnl::memory::desc weights = packed ? *packed : dnnl::memory::desc({k, n}, types.weights, Tag::any);
    dnnl::primitive_attr attributes;
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    return {dnnl::matmul::desc(source, weights, result), attributes, engine()};
  }

  dnnl::memory::desc source_, weights_, result_, scratch_;
  std::size_t scratch_size_;
  dnnl::matmul product_;
  std::uint64_t number_ = next_number();
};

/// Weights [out, in] in the layout that `wanted` describes.
dnnl::memory pack(const void* weights, DataType type, std::size_t out, std::size_t in,
                  const dnnl::memory::desc& wanted) {
  const dnnl::memory::desc plain({static_cast<Dim>(in), static_cast<Dim>(out)}, type, Tag::ba);
  dnnl::memory source(plain, engine(), const_cast<void*>(weights));
  dnnl::memory packed(wanted, engine());
  dnnl::stream stream(engine());
  dnnl::reorder(source, packed).execute(stream, source, packed);
  stream.wait();
  return packed;
}

/// Adds the time of its scope to the int8 account.
class Stopwatch {
 public:
  explicit Stopwatch(std::uint64_t work) { operations.fetch_add(work, std::memory_order_relaxed); }
  ~Stopwatch() {
    const auto spent = std::chrono::steady_clock::now() - start_;
    nanoseconds.fetch_add(static_cast<std::uint64_t>(std::chrono::nanoseconds(spent).count()),
                          std::memory_order_relaxed);
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// oneDNN's exceptions in the program's own type.
template <typename Work>
auto with_onednn(Work work) {
  try {
    const SingleThreaded guard;
    return work();
  } catch (const dnnl::error& error) {
    throw Error(ErrorCode::internal, fmt::format("oneDNN: {}", error.what()));
  }
}

constexpr Types kInt8{DataType::s8, DataType::s8, DataType::s32};
constexpr Types kFloat{DataType::f32, DataType::f32, DataType::f32};
constexpr std::size_t kTailRows = 16;

}  // namespace

struct Int8Product::Impl {
  struct Packed {
    FixedProduct block;
    FixedProduct tail;
    dnnl::memory weights;
  };

  Impl(std::span<const std::int8_t> values, std::size_t n, std::size_t k) : out(n), in(k) {
    if (!has_exact_int8()) {
      if (has_paired_product())
        pairs = pair_weights(values, n, k);
      else
        plain.assign(values.begin(), values.end());
      return;
    }
    packed = with_onednn([&] {
      FixedProduct block(kInt8, kBlockRows, n, k, nullptr);
      const dnnl::memory::desc layout = block.weights();
      FixedProduct tail(kInt8, kTailRows, n, k, &layout);
      return std::make_unique<Packed>(Packed{block, tail, pack(values.data(), DataType::s8, n, k, layout)});
    });
  }

  std::size_t out;
  std::size_t in;
  std::unique_ptr<Packed> packed;
  std::vector<std::int16_t> pairs;
  std::vector<std::int8_t> plain;
};

Int8Product::Int8Product(std::span<const std::int8_t> weights, std::size_t out, std::size_t in)
    : impl_(std::make_unique<Impl>(weights, out, in)) {}
Int8Product::~Int8Product() = default;
Int8Product::Int8Product(Int8Product&&) noexcept = default;
Int8Product& Int8Product::operator=(Int8Product&&) noexcept = default;

void Int8Product::run(const std::int8_t* rows, std::size_t count, std::int32_t* out, ProductScratch& scratch) const {
  const Impl& self = *impl_;
  const Stopwatch watch(2 * count * self.out * self.in);
  if (!self.pairs.empty()) {
    std::byte* room = scratch.impl().memory.reserve(paired_scratch(count, self.in) * sizeof(std::int16_t));
    return paired_product(rows, count, self.pairs, self.out, self.in, out, reinterpret_cast<std::int16_t*>(room));
  }
  if (self.packed == nullptr) return exact_product(rows, count, self.plain.data(), self.out, self.in, out);
  if (count > kBlockRows - kTailRows) return self.packed->block.run(rows, self.packed->weights, out, scratch);
  for (std::size_t row = 0; row < count; row += kTailRows) {
    self.packed->tail.run(rows + row * self.in, self.packed->weights, out + row * self.out, scratch);
  }
}

struct FloatProduct::Impl {
  FixedProduct block;
  dnnl::memory weights;
};

FloatProduct::FloatProduct(std::span<const float> weights, std::size_t out, std::size_t in)
    : impl_(with_onednn([&] {
        FixedProduct block(kFloat, kBlockRows, out, in, nullptr);
        return std::make_unique<Impl>(Impl{block, pack(weights.data(), DataType::f32, out, in, block.weights())});
      })) {}
FloatProduct::~FloatProduct() = default;
FloatProduct::FloatProduct(FloatProduct&&) noexcept = default;
FloatProduct& FloatProduct::operator=(FloatProduct&&) noexcept = default;

void FloatProduct::run(const float* rows, std::size_t, float* out, ProductScratch& scratch) const {
  impl_->block.run(rows, impl_->weights, out, scratch);
}

SingleThreaded::SingleThreaded() : before_(omp_get_max_threads()) { omp_set_num_threads(1); }
SingleThreaded::~SingleThreaded() { omp_set_num_threads(before_); }

double int8_product_seconds() { return 1e-9 * static_cast<double>(nanoseconds.load(std::memory_order_relaxed)); }
double int8_product_operations() { return static_cast<double>(operations.load(std::memory_order_relaxed)); }

}  // namespace dateline::neural
