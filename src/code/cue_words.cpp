#include "code/cue_words.h"

#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace dateline {
namespace {

using Words = std::string_view;

struct Row {
  CuePatterns patterns;
  Words lemmas;  ///< separated by blanks
};

constexpr CuePatterns kSay = cue::clause | cue::object | cue::speech;
constexpr CuePatterns kTell = cue::clause | cue::speech | cue::hearer;
constexpr CuePatterns kThink = cue::clause | cue::object;
constexpr CuePatterns kWish = cue::clause | cue::infinitive | cue::object;

constexpr std::array kRows = std::to_array<Row>({
    {kSay,
     "say add announce report state claim note declare allege confirm explain argue insist maintain stress acknowledge "
     "admit assert affirm reveal disclose recall reiterate repeat remark observe comment respond reply answer tweet "
     "retweet write post conclude suggest indicate warn deny emphasise emphasize underline underscore mention quote "
     "cite describe predict concede caution testify complain lament proclaim hint signal recount relate boast brag "
     "counter retort opine contend quip joke shout yell scream whisper mutter exclaim chant sing declare "
     "estimate recommend propose specify clarify joke elaborate interject agree echo muse blog caption"},
    {kTell, "tell inform assure remind brief notify advise"},
    {cue::clause | cue::object | cue::infinitive | cue::speech | cue::hearer, "ask warn promise pledge vow threaten"},
    {cue::clause | cue::speech, "continue"},
    {cue::clause, "find see hear read show learn determine"},
    {kThink,
     "think believe know understand feel realise realize recognise recognize notice discover "
     "suspect doubt assume presume suppose guess imagine remember forget forecast foresee speculate wonder fear regret "
     "calculate reckon judge rule figure demonstrate document detail illustrate imply reflect "
     "appreciate highlight outline tout "
     "question dispute debate discuss consider contemplate ponder weigh mull reveal accept assess anticipate project "
     "worry care dream decide prove verify"},
    {kWish,
     "want hope wish expect plan intend decide demand request prefer hate desire agree pledge vow promise "
     "threaten propose offer swear "},
    {cue::infinitive, "refuse decline aim volunteer opt resolve commit long yearn mean dare"},
    {cue::infinitive | cue::object | cue::hearer | cue::clause, "urge beg implore instruct order command"},
    {cue::infinitive | cue::hearer,
     "encourage invite persuade press exhort challenge beseech plead direct pressure lobby"},
    {cue::object | cue::speech,
     "criticise criticize condemn denounce praise blast slam mock ridicule attack assail lambaste rebuke reject "
     "dismiss "
     "oppose support endorse back favour favor advocate champion hail applaud voice express reference defend justify "
     "disparage belittle downplay decry deride bemoan address protest blame accuse insult taunt welcome celebrate "
     "commend compliment congratulate thank honour honor scold chide chastise berate castigate deplore resent respect "
     "admire distrust trust repudiate disavow rebut refute debunk contradict challenge tease threaten urge promote "
     "pronounce utter repeat unveil propose lodge recommend approve authorise authorize "
     "prohibit forbid ban impersonate trash bash malign smear vilify ridicule disown pan excoriate pillory skewer "
     "crow tell deny parrot cheer salute laud extol trumpet invoke"},
    {cue::object | cue::predicate,
     "call label brand dub deem consider describe portray characterise characterize regard view depict rate term "
     "liken compare name identify"},
});

struct Prepositions {
  Words verb;
  Words prepositions;  ///< separated by blanks
};

constexpr std::array kPrepositions = std::to_array<Prepositions>({
    {"call", "for on"},
    {"argue", "for against"},
    {"speak", "of about out against"},
    {"talk", "about of"},
    {"complain", "about of"},
    {"warn", "of about against"},
    {"point", "to"},
    {"refer", "to"},
    {"allude", "to"},
    {"push", "for"},
    {"agree", "with to on"},
    {"disagree", "with"},
    {"object", "to"},
    {"respond", "to"},
    {"hint", "at"},
    {"worry", "about"},
    {"think", "of about"},
    {"believe", "in"},
    {"dream", "of about"},
    {"boast", "of about"},
    {"brag", "about"},
    {"joke", "about"},
    {"lie", "about"},
    {"insist", "on upon"},
    {"hear", "about of"},
    {"learn", "of about"},
    {"know", "about of"},
    {"ask", "for about"},
    {"appeal", "for to"},
    {"plead", "for with"},
    {"beg", "for"},
    {"hope", "for"},
    {"opt", "for"},
    {"apologise", "for"},
    {"apologize", "for"},
    {"testify", "about"},
    {"comment", "on about"},
    {"elaborate", "on"},
    {"disapprove", "of"},
    {"approve", "of"},
    {"rail", "against"},
    {"protest", "against"},
    {"lash", "at"},
    {"wonder", "about"},
    {"care", "about"},
    {"campaign", "for on"},
    {"lobby", "for against"},
    {"plan", "for on"},
    {"decide", "on against"},
    {"inquire", "about"},
    {"reflect", "on"},
    {"write", "about of"},
    {"rule", "on against for"},
    {"advocate", "for"},
    {"marvel", "at"},
    {"focus", "on"},
    {"gloat", "about over"},
    {"rant", "about"},
    {"accuse", "of"},
    {"blame", "for on"},
    {"criticise", "for"},
    {"criticize", "for"},
    {"praise", "for"},
    {"reply", "to"},
    {"commit", "to"},
    {"fight", "for against"},
    {"vow", "to"},
    {"fret", "about over"},
    {"look", "for"},
    {"tweet", "about"},
    {"side", "with"},
    {"sympathise", "with"},
    {"sympathize", "with"},
    {"concur", "with"},
    {"laugh", "at about"},
    {"swear", "by"},
    {"press", "for"},
    {"remark", "on"},
    {"report", "on"},
    {"seize", "on"},
    {"harp", "on"},
    {"dwell", "on"},
    {"zero", "on"},
    {"weigh", "on"},
    {"wait", "for"},
    {"bet", "on"},
    {"caution", "against about"},
    {"advise", "against on"},
    {"consent", "to"},
    {"demand", "for"},
    {"guess", "at"},
    {"lament", "over"},
    {"pray", "for"},
    {"remind", "of"},
    {"inform", "of about"},
    {"tell", "about of"},
    {"assure", "of"},
    {"thank", "for"},
});

constexpr Words kNouns =
    "claim allegation accusation report statement announcement warning suggestion assertion denial testimony complaint "
    "belief view opinion fear concern worry hope promise pledge vow threat demand call plea request appeal argument "
    "contention comment remark criticism question doubt plan proposal decision prediction estimate forecast finding "
    "conclusion admission recommendation idea notion suspicion insistence declaration support opposition desire wish "
    "praise condemnation endorsement confidence conviction assessment assurance revelation message tweet answer "
    "response explanation refusal willingness agreement expectation";

constexpr Words kAdjectives =
    "sure afraid confident worried aware concerned convinced glad proud hopeful optimistic pessimistic certain "
    "surprised "
    "sceptical skeptical doubtful eager willing unwilling reluctant angry happy unhappy pleased frustrated upset "
    "sorry grateful critical supportive adamant fearful unsure uncertain unaware sad excited disappointed shocked "
    "outraged appalled horrified furious wary mindful suspicious curious";

constexpr Words kNoCues =
    "make ensure let help have get cause happen seem appear turn matter be do keep prevent stop start allow require "
    "depend come go guarantee become go look sound mean take put try begin rely give leave lead bring";

class CueTable {
 public:
  CueTable() {
    for (const Row& row : kRows) for_each_word(row.lemmas, [&](Words word) { patterns_[word] |= row.patterns; });
    for (const Prepositions& row : kPrepositions) {
      for_each_word(row.prepositions,
                    [&](Words word) { prepositions_.insert(std::string(row.verb) + ' ' + std::string(word)); });
    }
    for_each_word(kNouns, [&](Words word) { nouns_.insert(word); });
    for_each_word(kAdjectives, [&](Words word) { adjectives_.insert(word); });
    for_each_word(kNoCues, [&](Words word) { no_cues_.insert(word); });
  }

  CuePatterns patterns(Words verb) const {
    const auto found = patterns_.find(verb);
    return found == patterns_.end() ? CuePatterns{0} : found->second;
  }
  bool takes(Words verb, Words preposition) const {
    return prepositions_.contains(std::string(verb) + ' ' + std::string(preposition));
  }
  bool is_noun(Words word) const { return nouns_.contains(word); }
  bool is_adjective(Words word) const { return adjectives_.contains(word); }
  bool is_no_cue(Words word) const { return no_cues_.contains(word); }

 private:
  template <typename Take>
  static void for_each_word(Words list, Take take) {
    while (!list.empty()) {
      const std::size_t end = list.find(' ');
      if (end != 0) take(list.substr(0, end));
      list.remove_prefix(end == Words::npos ? list.size() : end + 1);
    }
  }

  std::unordered_map<Words, CuePatterns> patterns_;
  std::unordered_set<std::string> prepositions_;
  std::unordered_set<Words> nouns_, adjectives_, no_cues_;
};

const CueTable& table() {
  static const CueTable cues;
  return cues;
}

}  // namespace

CuePatterns cue_patterns(Words verb) { return table().patterns(verb); }
bool is_cue_preposition(Words verb, Words preposition) { return table().takes(verb, preposition); }
bool is_cue_noun(Words noun) { return table().is_noun(noun); }
bool is_cue_adjective(Words adjective) { return table().is_adjective(adjective); }
bool is_no_cue(Words verb) { return table().is_no_cue(verb); }

}  // namespace dateline
