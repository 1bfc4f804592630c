// PLOVER keeps CAMEO's roles but for a few: what CAMEO calls MED (media) and HLH (health) are JRN and MED, and
// paramilitaries, civil society and international bodies that no governments form are new. Those take the nearest role.
#include "formats/actor_codes.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "formats/cells.h"

namespace dateline {
namespace {

struct Sector {
  std::string_view plover;
  std::string_view cameo;  ///< empty: CAMEO has no such role
  std::string_view words;
};

constexpr std::array kSectors = {
    Sector{"AGR", "AGR", "Agriculture"},
    Sector{"BUS", "BUS", "Business"},
    Sector{"COP", "COP", "Police"},
    Sector{"CRM", "CRM", "Criminals / Gangs"},
    Sector{"CVL", "CVL", "General Population / Civilian / Social"},
    Sector{"EDU", "EDU", "Education"},
    Sector{"ELI", "ELI", "Elite"},
    Sector{"GOV", "GOV", "Government"},
    Sector{"IGO", "IGO", "International Government Organization"},
    Sector{"INT", "INT", "International / Transnational"},
    Sector{"JRN", "MED", "News"},
    Sector{"JUD", "JUD", "Judicial"},
    Sector{"LAB", "LAB", "Labor"},
    Sector{"LEG", "LEG", "Legislative / Parliamentary"},
    Sector{"MED", "HLH", "Medical / Health"},
    Sector{"MIL", "MIL", "Military"},
    Sector{"MNC", "MNC", "Multinational Corporations"},
    Sector{"NGO", "NGO", "Nongovernmental Organization"},
    Sector{"OPP", "OPP", "Opposition"},
    Sector{"PRE", "", "Partially Recognized Entities"},
    Sector{"PRM", "UAF", "Paramilitary"},
    Sector{"PTY", "PTY", "Parties"},
    Sector{"REB", "REB", "Rebel"},
    Sector{"REF", "REF", "Refugees / Displaced"},
    Sector{"REL", "", "Religious"},
    Sector{"SOC", "NGO", "Civil Society"},
    Sector{"SPY", "SPY", "Intelligence"},
    Sector{"UAF", "UAF", "Unidentified Forces"},
    Sector{"UNK", "", "Unidentified"},
};

const Sector* find_sector(std::string_view plover) {
  const auto* const found =
      std::find_if(kSectors.begin(), kSectors.end(), [&](const Sector& s) { return s.plover == plover; });
  return found == kSectors.end() ? nullptr : &*found;
}

/// Bodies and groups that CAMEO knows by name, under the names of Dateline's tables.
struct Group {
  std::string_view name;
  std::string_view code;
  std::string_view region;  ///< that stands before it in the code of an actor
};

constexpr std::array kGroups = {
    Group{"Al-Aqsa Martyrs' Brigades", "AAM", ""},
    Group{"Asian Development Bank", "ADB", ""},
    Group{"African Development Bank", "AFB", ""},
    Group{"Al-Qaeda", "ALQ", ""},
    Group{"Amal Movement", "AML", ""},
    Group{"Amnesty International", "AMN", ""},
    Group{"Arab League", "ARL", ""},
    Group{"ASEAN", "ASN", ""},
    Group{"Commonwealth of Independent States", "CIS", ""},
    Group{"Council of Europe", "COE", ""},
    Group{"International Federation of Red Cross and Red Crescent Societies", "CRC", ""},
    Group{"Commonwealth of Nations", "CWN", ""},
    Group{"Democratic Front for the Liberation of Palestine", "DFL", ""},
    Group{"European Bank for Reconstruction and Development", "EBR", ""},
    Group{"European Union", "EEC", "EUR"},
    Group{"Food and Agriculture Organization", "FAO", ""},
    Group{"Fatah", "FTA", ""},
    Group{"Gulf Cooperation Council", "GCC", ""},
    Group{"G7", "GOS", ""},
    Group{"UNHCR", "HCR", ""},
    Group{"Hezbollah", "HEZ", ""},
    Group{"Hamas", "HMS", ""},
    Group{"Human Rights Watch", "HRW", ""},
    Group{"IGAD", "IAD", ""},
    Group{"International Atomic Energy Agency", "IAE", ""},
    Group{"International Criminal Court", "ICC", ""},
    Group{"International Crisis Group", "ICG", ""},
    Group{"International Court of Justice", "ICJ", ""},
    Group{"International Monetary Fund", "IMF", ""},
    Group{"International Organization for Migration", "IOM", ""},
    Group{"Red Cross", "IRC", ""},
    Group{"Palestinian Islamic Jihad", "ISJ", ""},
    Group{"Interpol", "ITP", ""},
    Group{"UNICEF", "KID", ""},
    Group{"Likud", "LKD", ""},
    Group{"Muslim Brotherhood", "MBR", ""},
    Group{"Doctors Without Borders", "MSF", ""},
    Group{"NATO", "NAT", "WST"},
    Group{"Organization of American States", "OAS", ""},
    Group{"African Union", "OAU", ""},  // CAMEO has its forerunner
    Group{"Organisation of Islamic Cooperation", "OIC", ""},
    Group{"OPEC", "OPC", ""},
    Group{"Popular Front for the Liberation of Palestine", "PFL", ""},
    Group{"Palestine Liberation Organization", "PLO", ""},
    Group{"Polisario Front", "PLS", ""},
    Group{"OSCE", "SCE", ""},
    Group{"Taliban", "TAL", ""},
    Group{"ECOWAS", "WAS", ""},
    Group{"World Bank", "WBK", ""},
    Group{"World Food Programme", "WFP", ""},
    Group{"World Health Organization", "WHO", ""},
    Group{"World Trade Organization", "WTO", ""},
    Group{"Oxfam", "XFM", ""},
    Group{"United Nations", "UNO", ""},
};

const Group* find_group(std::string_view name) {
  const auto* const found =
      std::find_if(kGroups.begin(), kGroups.end(), [&](const Group& g) { return g.name == name; });
  if (found != kGroups.end()) return &*found;
  // An organ of the United Nations that has no code of its own: "UN Security Council".
  return name.starts_with("UN ") || name.starts_with("United Nations ") ? &kGroups.back() : nullptr;
}

/// CAMEO keeps two codes that ISO 3166 has given up.
std::string cameo_country(const std::string& iso3) {
  if (iso3 == "ROU") return "ROM";
  if (iso3 == "TLS") return "TMP";
  return iso3;
}

}  // namespace

std::string CameoActor::code() const {
  // International bodies are told by what they are, then by region and name; everybody else by country and role.
  return role == "IGO" ? role + country + group : country + religion + role;
}

CameoActor cameo_actor(const Actor* actor) {
  CameoActor out;
  if (actor == nullptr) return out;
  out.country = cameo_country(actor->country);
  if (const Sector* sector = find_sector(actor->sector)) out.role = sector->cameo;
  if (actor->sector == "REL") out.religion = "REL";
  if (const Group* group = find_group(actor->name)) {
    out.group = group->code;
    if (out.country.empty()) out.country = group->region;
  }
  return out;
}

std::string sector_words(const Actor& actor) {
  const Sector* sector = find_sector(actor.sector);
  return sector == nullptr ? actor.sector : std::string(sector->words);
}

std::string in_capitals(const std::string& name) {
  std::string out;
  icu::UnicodeString::fromUTF8(valid(name)).toUpper(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

}  // namespace dateline
