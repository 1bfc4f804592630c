// How much a word tells: words of news by the share of reports that use them, counted once for all and written down
// here, so that what two records have in common never depends on what else a store holds.
#include <sstream>
#include <string>
#include <unordered_map>

#include "store/story_words.h"

namespace dateline::store {
namespace {

// Stems (story_words.cpp) in the order of the alphabet.
/// In more than one report of 20.
constexpr std::string_view kEverywhere =
    "about after all also an and announc are as at attack be been but by country first for forc from government had "
    "has hav he his in includ injur is it its kil least minister mor new not of on one or other over peopl president "
    "report said so stat that the their ther they thi thre tim to trump two unit was we wer what when which who will "
    "with would year you ";

/// In more than one of 66.
constexpr std::string_view kFrequent =
    "accord accus across against agreement air airport airstrik al alleg allow american another any area arm around "
    "arrest authority back ban bas becaus becom befor being between both cal can candidat car carry cas caus chang "
    "charg children china city civilian claim com community company confirm continu control could court crash damag "
    "day death declar democratic department did different district do don donald down dron due dur eight elect "
    "election end even family federal fir fiv follow foreign former found four gaza general get good group health "
    "held help her high him hom hous how human if increas india international into involv iran israel israeli issu "
    "just know last launch law leader lif lik liv local lot mad mak man many mass may me member military million mis "
    "month most much my nation national near need nin no north now number off offic officer official old only open "
    "operation order our out own pakistan palestinian parliament part party person plac plan polic power presidential "
    "prim prison project protest provinc public re really receiv region releas remain republic result right rul run "
    "russia russian sam say second security see sentenc servic seven several she shoot should sign sinc six soldier "
    "som south start still strik study such support suspect system tak talk target ten term than them then thes thing "
    "think thos ukrain under up us use used vehicl very vot want war way week well wher whil win without wn women "
    "work world yesterday your ";

/// In more than one of 220.
constexpr std::string_view kUsual =
    "abus accept access act action activist activity add addition additional administration affair affect afghanistan "
    "africa african age agency ago agr agre ahead aid aircraft airlin allegedly almost along already america amid "
    "among announcement anthony anti appeal appoint approv april arabia army ask assembly associat association "
    "attempt attend attorney august australia australian award away ballistic bank began begin believ best biden bill "
    "billion black block board boat body bomb border born brazil brazilian break bring british build building bus "
    "business cabinet california call cam camp campaign canada canadian capital capsiz captur carolina casualty "
    "ceasefir center centr central certain challeng chief child chines christian church cit citizen civil clash clos "
    "co coalition coast collaps colleg collid colombia command commission commit committe complet concern condition "
    "conduct conflict congo congress conservativ consider constitution constitutional convict corruption cost council "
    "count county cover covid creat crew crim criminal critically current currently cut dat data de dead deal "
    "december decision defeat defenc defens demand democracy deploy deputy describ despit destroy detain develop "
    "development devic die died diplomatic direct director discover discuss diseas distribution doe dozen driv drop "
    "drug each earlier early earth earthquak east eastern economic effect effort egypt el eleven emergency employe "
    "energy england enter establish estimat europ european evacuat event ever exchang executiv exist expect experienc "
    "explosion explosiv extend fac facility fail far featur february federation femal few field fight fighter figur "
    "fil fin final find flight flood florida food football form formally franc fraud fre french friday front full "
    "fund further futur gam gang gas gather german germany girl giv given global go goal gold governor governorat "
    "grand grant great ground guard guilty gunmen half hama hand hat head heavy helicopter highway himself history "
    "hit hold hong hospital host hostag hour houthi however humanitarian hundred illegal impact import impos incident "
    "incumbent independent indian indicat individual indonesia information injury insid instead intelligenc interest "
    "investigat investigation involvement iranian iraq islamic island italy january japan jet job joe john join joint "
    "judg july jun justic keep khan khyber kill kingdom kivu km known kong korea korean la land landslid larg largest "
    "lat later lead leav lebanon led left legal less level liberation likely limit lin link list london long longer "
    "los lost lower main maintain major majority march mark market mayor mean measur media medical meet men mexico "
    "middl migrant mil militant min ministry missil mission model monday money morn mostly mov movement multipl "
    "murder muslim must nam nationwid navy nearly network next nigeria night nominat nomination non northern november "
    "nuclear oblast occur october oil ongo onlin operat opposition organisation organization outbreak outsid "
    "overnight overturn pakhtunkhwa pakistani pandemic pari park participat pas pass passenger past pay peac per "
    "perpetrator personnel philippin plant platform play player point pol poland policy polish political population "
    "port position possibl post potential press prevent previou previously prisoner pro process product program "
    "propos prosecutor protect protection protester provid publish puntland put rac raid railway rain rally rapid rat "
    "reach reason rebel recent record recover red reduc reform refuge refus regard regional reject relat relation "
    "remov reportedly represent representativ republican request requir rescu research resident residential resign "
    "resignation respons responsibility return ris risk river road rol round rout royal safety san sanction saturday "
    "saudi schedul school scientist sea search season seat secretary secur seek seiz select senat senator send senior "
    "separat september seriously serv sery set sever sex shabaab shar ship shortly shot show sid similar singl sit "
    "situation small social society softwar somali somalia son sourc southern spac spain special specific speech "
    "spread stab staff stand statement station statu stay step stop stor storm story stream strip structur student "
    "sudan sudanes suffer suicid sunday supply suprem sur surviv suspend syria syrian taken taliban tarif tariff team "
    "technology territory terrorism terrorist test texa th thai thailand third thirteen thousand threat through "
    "thursday titl today toll took top total tournament toward town trad train transport travel trial troop truck try "
    "tuesday turkey turkish turn twelv twenty uk ukrainian union university unknown until upcom user using variou "
    "venezuela vessel via vic victim video villag violat violenc viru visit voter warn warrant washington water "
    "weapon websit went west western whit wildfir withdraw within woman won worker wound yemen york ";

struct Rank {
  std::string_view words;
  float weight;
};
constexpr Rank kRanks[] = {{kEverywhere, 0.05F}, {kFrequent, 0.3F}, {kUsual, 0.6F}};

std::unordered_map<std::string, float> ranked() {
  std::unordered_map<std::string, float> out;
  for (const Rank& rank : kRanks) {
    std::istringstream words{std::string(rank.words)};
    for (std::string word; words >> word;) out.emplace(word, rank.weight);
  }
  return out;
}

}  // namespace

float weight_of(const std::string& stem) {
  static const std::unordered_map<std::string, float> weights = ranked();
  const auto known = weights.find(stem);
  return known == weights.end() ? 1.0F : known->second;
}

}  // namespace dateline::store
