#include "code/traits.h"

#include <string>
#include <unordered_map>

namespace dateline {
namespace {

struct Row {
  Traits traits;
  std::string_view lemmas;  ///< separated by spaces
};

constexpr Row kRows[] = {
    {trait::reporting,
     "say tell announce report state claim add note declare allege confirm explain argue insist maintain stress "
     "acknowledge admit assert affirm reveal disclose recall reiterate repeat remark observe comment respond reply "
     "tweet write post conclude find suggest indicate believe think warn deny estimate contend emphasise emphasize "
     "underline underscore mention point quote cite describe predict concede caution testify inform brief assure "
     "complain lament proclaim advise show learn hear understand know read speculate hint signal vow pledge promise "
     "accuse assess conclude determine expect fear recount relate opine boast brag charge counter retort suspect "
     "rule specify clarify verify"},
    {trait::light,
     "approve authorise authorize complete launch carry conduct stage hold make impose take give have undertake mount "
     "wage commit perpetrate execute do "
     "perform lead start begin open resume continue issue deliver offer provide pay engage participate join pursue "
     "order announce initiate organise organize orchestrate express voice file lodge bring send lay place put "
     "unleash inflict sign conclude reach pass enter complete extend host convene step keep exchange declare "
     "intensify expand plan enact enforce lift deploy direct fire conclude attend seek show use"},
    {trait::light_reverse, "suffer face receive undergo endure sustain incur withstand experience"},
    {trait::occurrence,
     "erupt happen occur continue begin start ensue follow resume rage flare intensify escalate unfold last break "
     "go come proceed spread persist take"},
    {trait::cause,
     "cause raise spark prompt provoke draw trigger arouse generate create stoke fuel elicit ignite stir evoke "
     "deepen heighten renew rekindle attract invite set"},
    {trait::object_control,
     "urge ask tell order force compel command instruct direct allow permit enable help make let invite persuade "
     "convince encourage press pressure pressurise require oblige beg implore request want expect get cause lead "
     "push drive prompt authorise authorize advise warn forbid teach train hire pay task call appeal demand send "
     "deploy dispatch have see hear watch leave keep prod lobby exhort challenge"},
    {trait::future,
     "intend plan decide will shall vow pledge promise agree aim prepare resolve swear commit undertake determine "
     "set due ready schedule slate expect poise offer promise arrange threaten volunteer willing propose mean "
     "want hope wish seek look opt consent bound about"},
    {trait::hypothetical,
     "consider contemplate mull weigh fear worry speculate imagine suppose doubt ponder envisage wonder debate "
     "possible unlikely explore moot whether risk"},
    {trait::negates,
     "deny fail refuse prevent avoid avert foil thwart stop halt prohibit forbid refrain abstain decline forgo "
     "reject lack dismiss deter dissuade discourage bar unable cancel abandon"},
    {trait::raising,
     "begin start continue manage keep proceed seem appear help try attempt get go come dare happen cease force "
     "allege report say accuse finish"},
    {trait::partitive,
     "dozen score hundred thousand million billion number group majority some many all most several half part lot "
     "pair series wave kind type sort each any none few both handful couple plenty tens scores dozens hundreds "
     "thousands millions total rest percent % batch bunch minority third quarter range variety host spate string "
     "one two three four five six seven eight nine ten member piece round act"},
    {trait::relative, "who which that whom whose"},
    {trait::past, "previously formerly earlier once historically before ago originally"},
    {trait::sign,
     "sign result outcome consequence example indication symbol part aim goal purpose effect evidence proof "
     "implementation continuation question issue matter prospect possibility risk threat report news claim "
     "allegation accusation wake face light view response reaction case instance level degree extent scale idea "
     "use manner way means form framework context process"},
    {trait::aftermath, "follow after since amid despite over because during"},
    {trait::prospect,
     "plan possible potential planned plans threat risk fear prospect possibility likely imminent upcoming future "
     "looming proposed would-be attempted expected scheduled forthcoming threatened hypothetical"},
    {trait::deed,
     "move decision step act action measure policy plan development incident event statement remark comment "
     "behavior behaviour conduct deed effort practice handling treatment use tie relation relationship alliance "
     "link cooperation partnership"},
    {trait::sport,
     "match tournament championship league goalkeeper midfielder striker quarterback innings wicket playoff "
     "semifinal quarterfinal semi-final quarter-final touchdown penalty coach referee stadium season cup olympic "
     "football soccer cricket rugby basketball baseball hockey tennis golf boxing racing premier-league halftime "
     "half-time kickoff inning batsman bowler defender winger seed medal halfback goalless champion scorer "
     "unbeaten qualifier fixture club"},
    {trait::market,
     "share stock index nasdaq dow futures benchmark yen euro dollar bond yield trader investor barrel analyst "
     "earnings revenue profit equity currency inflation price quarterly shareholder bullish bearish dividend"},
    {trait::weather,
     "storm hurricane typhoon cyclone tornado flood blizzard snow rain wildfire earthquake quake tsunami heatwave "
     "drought landslide mudslide mudflow avalanche heat magnitude meteorologist forecaster eruption volcano lightning"},
    {trait::accident,
     "accident crash collision derail derailment collapse blaze fire capsize sink sinking overturn stampede crush "
     "electrocute drown plunge malfunction mishap pileup leak poisoning outbreak epidemic heatwave meltdown "
     "skid veer topple cave-in near-miss blackout outage dam wreck"},
    {trait::mishap, "crash collide collision derail derailment capsize overturn skid plunge veer"},
    {trait::blast, "explosion explode blast deflagration"},
    {trait::hazard,
     "gas lpg propane methane hydrogen ammonia chlorine chemical tanker tank boiler furnace factory plant laboratory "
     "lab mill smelter foundry workshop fireworks firework firecracker kiln silo colliery transformer kitchen stove "
     "cylinder canister leak leakage dust"},
    {trait::store, "factory plant depot depository warehouse arsenal store dump facility workshop maker"},
    {trait::animal,
     "shark bear dog wolf crocodile alligator elephant tiger lion leopard hyena hippo hippopotamus snake bull cougar "
     "jaguar coyote monkey rhino rhinoceros boar kangaroo jellyfish hornet wasp bee"},
    {trait::screen,
     "film movie album novel song series episode actor actress singer band concert sequel director celebrity "
     "box-office playwright videogame gamer thriller memoir"},
    {trait::negator, "not never no neither nor n't nobody none nothing hardly scarcely without"},
    {trait::condition, "if unless whether should provided lest suppose"},
    {trait::suffered,
     "arrest detention killing murder assassination poisoning death imprisonment execution kidnapping abduction "
     "expulsion deportation dismissal trial conviction release ouster impeachment extradition indictment sentencing "
     "injury destruction seizure capture disappearance torture hanging jailing conviction prosecution overthrow "
     "removal shooting beating lynching exile incarceration captivity sacking eviction"},
    {trait::person,
     "person people man woman child boy girl civilian citizen resident villager worker student journalist reporter "
     "protester demonstrator activist migrant refugee lawyer teacher doctor nurse farmer prisoner detainee hostage "
     "suspect victim passenger crew family tourist voter supporter leader crowd passer-by engineer expert aide "
     "relative patient settler pilgrim priest bishop imam monk trader driver passerby critic opponent dissident "
     "employee staff personnel survivor member"},
    {trait::state,
     "government state country nation administration regime republic kingdom parliament ministry embassy authority "
     "side union bloc council commission congress senate cabinet party junta"},
    {trait::armed,
     "soldier troop force army military militia rebel insurgent guerrilla guerilla gunman fighter militant police "
     "policeman officer guard navy marine jihadist paramilitary militiaman terrorist extremist bomber gang attacker "
     "assailant separatist mercenary commando serviceman sniper brigade battalion division unit regiment warship "
     "warplane fleet coastguard gendarme trooper peacekeeper commander combatant raider pirate"},
    {trait::official,
     "official minister president premier chancellor ambassador diplomat envoy spokesman spokeswoman spokesperson "
     "secretary governor mayor lawmaker senator congressman deputy legislator judge prosecutor king queen prince "
     "chief commissioner representative negotiator monarch emir sheikh"},
    {trait::place,
     "territory town city village border region area district island province frontier zone capital neighbourhood "
     "neighborhood suburb country camp strip enclave peninsula valley land settlement port airport crossing sea "
     "coast strait outpost street square road"},
    {trait::weapon,
     "weapon missile rocket bomb shell gun rifle drone tank artillery mortar mine grenade ammunition munition "
     "warhead explosive bullet knife aircraft jet fighter helicopter warplane submarine arms launcher howitzer "
     "landmine torpedo fire stone molotov machete device"},
    {trait::money,
     "money fund dollar euro pound yen loan grant cash payment credit funding billion million $ sum salary donation "
     "ruble rouble yuan rupee financing tranche"},
    {trait::goods,
     "goods supply food equipment arms aid medicine fuel oil gas water grain wheat vaccine ammunition tent blanket "
     "clothing truck vehicle generator shipment cargo convoy material relief rice dose parcel electricity weapon"},
};

std::unordered_map<std::string_view, Traits> build() {
  std::unordered_map<std::string_view, Traits> table;
  for (const Row& row : kRows) {
    for (std::size_t begin = 0; begin < row.lemmas.size();) {
      std::size_t end = row.lemmas.find(' ', begin);
      if (end == std::string_view::npos) end = row.lemmas.size();
      table[row.lemmas.substr(begin, end - begin)] |= row.traits;
      begin = end + 1;
    }
  }
  return table;
}

}  // namespace

Traits traits_of(std::string_view lemma) {
  static const std::unordered_map<std::string_view, Traits> table = build();
  const auto found = table.find(lemma);
  return found == table.end() ? 0 : found->second;
}

}  // namespace dateline
