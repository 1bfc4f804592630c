#include "parse/arborescence.h"

#include <algorithm>
#include <limits>

namespace dateline {
namespace {

constexpr std::uint32_t kNone = 0xffffffff;

/// Each word's best head.
std::vector<std::uint32_t> greedy_heads(std::span<const float> scores, std::size_t words) {
  std::vector<std::uint32_t> heads(words, 0);
  for (std::size_t word = 0; word < words; ++word) {
    const float* row = &scores[word * (words + 1)];
    for (std::uint32_t head = 1; head <= words; ++head) {
      if (head != word + 1 && row[head] > row[heads[word]]) heads[word] = head;
    }
  }
  return heads;
}

bool is_tree_with_one_root(const std::vector<std::uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  std::vector<std::uint32_t> seen(heads.size() + 1, kNone);
  for (std::uint32_t word = 0; word < heads.size(); ++word) {
    std::uint32_t node = word + 1;
    while (node != 0 && seen[node] == kNone) {
      seen[node] = word;
      node = heads[node - 1];
    }
    if (node != 0 && seen[node] == word) return false;
  }
  return true;
}

/// Contracts cycles into one of their nodes until none is left, then opens them again, last first.
class Contraction {
 public:
  Contraction(std::span<const float> scores, std::size_t words)
      : size_(words + 1),
        score_(size_ * size_),
        source_(size_ * size_),
        target_(size_ * size_),
        head_(size_, 0),
        leaves_(size_) {
    for (std::uint32_t node = 0; node < size_; ++node) {
      active_.push_back(node);
      leaves_[node] = {node};
      for (std::uint32_t head = 0; head < size_ && node > 0; ++head) {
        at(head, node) = scores[(node - 1) * size_ + head] - (head == 0 ? kRootCost : 0.0);
        source_[index(head, node)] = head;
        target_[index(head, node)] = node;
      }
    }
  }

  std::vector<std::uint32_t> solve() {
    choose_heads();
    while (find_cycle()) {
      contract();
      choose_heads();
    }
    return open();
  }

 private:
  static constexpr double kRootCost = 1e7;

  /// A node of a contracted cycle and the arc that enters it from the node before.
  struct Member {
    std::vector<std::uint32_t> leaves;
    std::uint32_t head;
    std::uint32_t child;
  };

  std::size_t index(std::size_t head, std::size_t node) const { return head * size_ + node; }
  double& at(std::size_t head, std::size_t node) { return score_[index(head, node)]; }

  void choose_heads() {
    for (const std::uint32_t node : active_) {
      if (node == 0) continue;
      double best = -std::numeric_limits<double>::infinity();
      for (const std::uint32_t head : active_) {
        if (head != node && at(head, node) > best) {
          best = at(head, node);
          head_[node] = head;
        }
      }
    }
  }

  /// Finds a cycle of chosen heads; each node follows its head in the list.
  bool find_cycle() {
    std::vector<std::uint32_t> seen(size_, kNone);
    for (const std::uint32_t start : active_) {
      std::uint32_t node = start;
      while (node != 0 && seen[node] == kNone) {
        seen[node] = start;
        node = head_[node];
      }
      if (node == 0 || seen[node] != start) continue;
      cycle_.clear();
      for (std::uint32_t next = node; cycle_.empty() || next != node; next = head_[next]) cycle_.push_back(next);
      return true;
    }
    return false;
  }

  bool in_cycle(std::uint32_t node) const { return std::find(cycle_.begin(), cycle_.end(), node) != cycle_.end(); }

  void copy_arc(std::size_t from, std::size_t to, double score) {
    score_[to] = score;
    source_[to] = source_[from];
    target_[to] = target_[from];
  }

  /// The best arcs between the cycle and a node outside become arcs of the node that stands for the cycle.
  void redirect(std::uint32_t kept, std::uint32_t other, const std::vector<double>& inner) {
    std::size_t leaving = 0, entering = 0;
    double best_leaving = -std::numeric_limits<double>::infinity(), best_entering = best_leaving;
    for (std::size_t i = 0; i < cycle_.size(); ++i) {
      const double out = at(cycle_[i], other);
      const double in = at(other, cycle_[i]) - inner[i];
      if (out > best_leaving) best_leaving = out, leaving = cycle_[i];
      if (in > best_entering) best_entering = in, entering = cycle_[i];
    }
    if (other != 0) copy_arc(index(leaving, other), index(kept, other), best_leaving);
    copy_arc(index(other, entering), index(other, kept), best_entering);
  }

  void contract() {
    std::vector<double> inner;
    std::vector<Member> members;
    std::vector<std::uint32_t> leaves;
    for (const std::uint32_t node : cycle_) {
      const std::size_t arc = index(head_[node], node);
      inner.push_back(score_[arc]);
      members.push_back({leaves_[node], source_[arc], target_[arc]});
      leaves.insert(leaves.end(), leaves_[node].begin(), leaves_[node].end());
    }
    const std::uint32_t kept = cycle_.front();
    std::erase_if(active_, [&](std::uint32_t node) { return node != kept && in_cycle(node); });
    for (const std::uint32_t other : active_) {
      if (other != kept) redirect(kept, other, inner);
    }
    leaves_[kept] = std::move(leaves);
    contracted_.push_back(std::move(members));
  }

  /// The arcs chosen last hold; of each cycle, all arcs hold but the one into the node that is entered from outside.
  std::vector<std::uint32_t> open() const {
    std::vector<std::uint32_t> heads(size_, kNone);
    for (const std::uint32_t node : active_) {
      if (node != 0) heads[target_[index(head_[node], node)]] = source_[index(head_[node], node)];
    }
    for (std::size_t last = contracted_.size(); last-- > 0;) {
      for (const Member& member : contracted_[last]) {
        const bool entered = std::any_of(member.leaves.begin(), member.leaves.end(),
                                         [&](std::uint32_t leaf) { return heads[leaf] != kNone; });
        if (!entered) heads[member.child] = member.head;
      }
    }
    heads.erase(heads.begin());
    return heads;
  }

  std::size_t size_;
  std::vector<double> score_;          ///< by head and node
  std::vector<std::uint32_t> source_;  ///< the original head of such an arc
  std::vector<std::uint32_t> target_;  ///< and its original child
  std::vector<std::uint32_t> head_;
  std::vector<std::vector<std::uint32_t>> leaves_;  ///< original nodes that a node stands for
  std::vector<std::uint32_t> active_;
  std::vector<std::uint32_t> cycle_;
  std::vector<std::vector<Member>> contracted_;
};

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words) {
  std::vector<std::uint32_t> heads = greedy_heads(scores, words);
  return is_tree_with_one_root(heads) ? heads : Contraction(scores, words).solve();
}

}  // namespace dateline
