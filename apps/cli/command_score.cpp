// `dateline score`: one kind of measurement a subcommand, printed as a table or
// as one JSON object; --at-least and --at-most let a build fail on a fall.
#include <dateline/score.h>
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "command.h"

namespace dateline::cli {
namespace {

struct Bound {
  std::string name;
  double value = 0;
};

Bound parse_bound(const std::string& text) {
  const std::size_t equals = text.rfind('=');
  Bound bound;
  const char* const end = text.data() + text.size();
  if (equals != std::string::npos && equals > 0) {
    const auto [stop, fault] = std::from_chars(text.data() + equals + 1, end, bound.value);
    bound.name = text.substr(0, equals);
    if (fault == std::errc{} && stop == end) return bound;
  }
  throw Error(ErrorCode::usage, fmt::format("\"{}\" is not NAME=NUMBER", text));
}

class ScoreCommand : public Command {
 public:
  void setup(CLI::App& app) override {
    app.require_subcommand(1);
    trees(kind(
        app, "conllu",
        "sentences, words, tags, lemmas, trees: raw text of CoNLL-U files, scored as in the CoNLL 2018 shared task"));
    names(kind(app, "names", "names of people, organisations, locations in IOB2 columns"));
    factuality(kind(app, "factuality", "did it happen: lines of UDS-IH2"));
    gold(kind(app, "gold", "event records: FILE.gold.json beside FILE.txt, or annotated items with --reports"));
    plv(kind(app, "plv", "type of event between a given source and target"));
    places(kind(app, "places", "toponyms and their coordinates: GeoVirus's XML file"));
    recognizers(kind(app, "recognizers", "numbers and dates: the case files of Recognizers-Text"));
    claims(kind(app, "claims", "who says what: attributions/*.ann and text/*.txt, as PolNeAR comes"));
    stories(kind(app, "stories", "which records are one story: JSON lines with the words marked that tell an event"));
  }

  int run() override {
    for (const std::string& part : without_)
      (part == "triggers" ? options_.evidence.triggers : options_.evidence.neighbours) = false;
    const Engine engine(options_);
    tell_neighbours(engine);
    const Score score = measure_(engine);
    if (json_)
      print_json(score);
    else
      fmt::print("{}", score.table);
    return check(score);
  }

 private:
  using Measure = std::function<Score(const Engine&)>;

  CLI::App& kind(CLI::App& app, const char* name, const char* about) {
    CLI::App* sub = app.add_subcommand(name, about);
    sub->add_flag("--json", json_, "print one JSON object");
    sub->add_option("--at-least", at_least_, "NAME=NUMBER: fail if the figure is smaller; may be repeated");
    sub->add_option("--at-most", at_most_, "NAME=NUMBER: fail if the figure is greater; may be repeated");
    sub->add_option("--without", without_, "what the coder must do without: triggers, neighbours; may be repeated")
        ->check(CLI::IsMember({"triggers", "neighbours"}));
    add_engine_options(*sub, options_);
    return *sub;
  }

  void files(CLI::App& app, const char* about) { app.add_option("files", files_, about)->required(); }
  void text(CLI::App& app) {
    app.add_option("--text", text_, "CoNLL-U file of the same sentences, for the raw text")->required();
  }

  void trees(CLI::App& app) {
    files(app, "CoNLL-U files");
    app.callback([this] { measure_ = [this](const Engine& e) { return score_conllu(e, paths()); }; });
  }
  void names(CLI::App& app) {
    files(app, "the IOB2 file");
    text(app);
    app.callback([this] { measure_ = [this](const Engine& e) { return score_names(e, files_.front(), text_); }; });
  }
  void factuality(CLI::App& app) {
    files(app, "the JSON lines file");
    text(app);
    app.callback([this] { measure_ = [this](const Engine& e) { return score_factuality(e, files_.front(), text_); }; });
  }
  void gold(CLI::App& app) {
    files(app, "gold files, or one file of annotated items");
    app.add_option("--reports", reports_, "JSON lines files with the texts of the annotated items");
    app.add_flag("--summary", summary_, "leave out the lines about single events");
    app.callback([this] {
      measure_ = [this](const Engine& e) {
        return brief(reports_.empty() ? score_gold(e, paths()) : score_annotations(e, files_.front(), reports_));
      };
    });
  }
  void plv(CLI::App& app) {
    files(app, "the tab-separated file");
    app.add_flag("--confusions", confusions_, "list the most frequent confusions");
    app.callback([this] { measure_ = [this](const Engine& e) { return score_plv(e, files_.front(), confusions_); }; });
  }
  void places(CLI::App& app) {
    files(app, "the XML file");
    errors(app);
    app.callback([this] { measure_ = [this](const Engine& e) { return score_places(e, files_.front(), errors_); }; });
  }
  void recognizers(CLI::App& app) {
    files(app, "folders with case files");
    errors(app);
    app.callback([this] { measure_ = [this](const Engine& e) { return score_recognizers(e, paths(), errors_); }; });
  }
  void claims(CLI::App& app) {
    files(app, "the folder");
    errors(app);
    app.callback([this] { measure_ = [this](const Engine& e) { return score_claims(e, files_.front(), errors_); }; });
  }
  void stories(CLI::App& app) {
    files(app, "files of marked reports, or of the current events");
    errors(app);
    app.callback([this] { measure_ = [this](const Engine& e) { return score_stories(e, paths(), errors_); }; });
  }
  void errors(CLI::App& app) { app.add_flag("--errors", errors_, "list what was wrong"); }

  std::vector<std::filesystem::path> paths() const { return {files_.begin(), files_.end()}; }

  Score brief(Score score) const {
    const auto at = score.table.rfind(" events matched");
    if (summary_ && at != std::string::npos) score.table.erase(0, score.table.rfind('\n', at) + 1);
    return score;
  }

  static void print_json(const Score& score) {
    nlohmann::ordered_json out = nlohmann::ordered_json::object();
    for (const Figure& figure : score.figures) out[figure.name] = std::round(figure.value * 10000) / 10000;
    fmt::print("{}\n", out.dump());
  }

  static double find(const Score& score, const std::string& name) {
    const auto found =
        std::find_if(score.figures.begin(), score.figures.end(), [&](const Figure& f) { return f.name == name; });
    if (found != score.figures.end()) return found->value;
    std::string known;
    for (const Figure& f : score.figures) known += (known.empty() ? "" : ", ") + f.name;
    throw Error(ErrorCode::usage, fmt::format("there is no figure {}; there are {}", name, known));
  }

  /// The exit status: that of a failed check if a bound does not hold.
  int check(const Score& score) const {
    bool holds = true;
    const auto test = [&](const std::vector<std::string>& bounds, bool least) {
      for (const std::string& text : bounds) {
        const Bound bound = parse_bound(text);
        const double value = find(score, bound.name);
        if (least ? value >= bound.value : value <= bound.value) continue;
        fmt::print(stderr, "dateline: {} is {:.2f}, which is not at {} {:g}\n", bound.name, value,
                   least ? "least" : "most", bound.value);
        holds = false;
      }
    };
    test(at_least_, true);
    test(at_most_, false);
    return holds ? 0 : 1;
  }

  EngineOptions options_;
  std::vector<std::string> files_, reports_, at_least_, at_most_, without_;
  std::string text_;
  bool json_ = false, confusions_ = false, summary_ = false, errors_ = false;
  Measure measure_;
};

}  // namespace

std::unique_ptr<Command> make_score() { return std::make_unique<ScoreCommand>(); }

}  // namespace dateline::cli
