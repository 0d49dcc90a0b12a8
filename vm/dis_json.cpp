// The two listings of `dis` as JSON, for programs that draw or compare them.
#include "vm/dis_json.h"

#include <nlohmann/json.hpp>

#include "compiler/disassembler.h"
#include "runtime/list.h"
#include "vm/lowered_listing.h"

namespace gillab {
namespace {

using Json = nlohmann::ordered_json;

Json head_of_unit(const compiler::CodeUnit& unit) {
  return {
      {"name", unit.name}, {"qualified_name", unit.qualified_name}, {"file", unit.filename}, {"line", unit.first_line}};
}

Json position(const compiler::Span& span) {
  if (span.line == 0) return nullptr;
  return {{"line", span.line}, {"end_line", span.end_line}, {"column", span.column}, {"end_column", span.end_column}};
}

Json exceptions(const compiler::CodeUnit& unit, uint32_t step) {
  Json rows = Json::array();
  for (const auto& range : unit.exceptions) {
    rows.push_back({{"start", step * range.start},
                    {"end", step * range.end},
                    {"target", step * range.target},
                    {"depth", range.depth},
                    {"lasti", range.push_lasti}});
  }
  return rows;
}

Json instruction(const compiler::ListedInstruction& row, size_t at, const compiler::Span& span) {
  Json out = {{"offset", 2 * at}, {"opcode", compiler::name_of(row.instruction.opcode)}};
  if (row.has_argument) out["argument"] = row.instruction.arg;
  if (!row.meaning.empty()) out["meaning"] = row.meaning;
  if (row.is_target) out["target"] = true;
  out["position"] = position(span);
  return out;
}

Json json_of(const compiler::CodeUnit& unit) {
  Json out = head_of_unit(unit);
  Json rows = Json::array();
  const auto listed = compiler::list_instructions(unit);
  for (size_t i = 0; i < listed.size(); ++i) rows.push_back(instruction(listed[i], i, unit.positions[i]));
  out["instructions"] = std::move(rows);
  out["exceptions"] = exceptions(unit, 2);
  Json inner = Json::array();
  for (const compiler::Constant& constant : unit.constants) {
    if (const auto* code = std::get_if<compiler::CodeConstant>(&constant.value)) inner.push_back(json_of(**code));
  }
  out["code"] = std::move(inner);
  return out;
}

Json json_of(const Body& body) {
  Json rows = Json::array();
  for (const LoweredInstruction& row : list_lowered(body)) {
    Json out = {{"word", row.word}, {"instruction", row.name}};
    if (!row.operands.empty()) out["operands"] = row.operands;
    if (row.is_target) out["target"] = true;
    out["offset"] = 2 * row.origin;
    out["position"] = position(body.unit().positions[row.origin]);
    rows.push_back(std::move(out));
  }
  return rows;
}

Json json_of(Code* code) {
  const auto& unit = *static_cast<const compiler::CodeUnit*>(code->unit.get());
  Json out = head_of_unit(unit);
  Json bodies = Json::array();
  for (const Body* body = code->bodies.get(); body; body = body->next) bodies.push_back(json_of(*body));
  out["bodies"] = std::move(bodies);
  Json inner = Json::array();
  const auto* constants = as<Tuple>(code->constants.peek());
  for (uint64_t i = 0; i < constants->length; ++i) {
    if (is<Code>(constants->items[i])) inner.push_back(json_of(as<Code>(constants->items[i])));
  }
  out["code"] = std::move(inner);
  return out;
}

std::string text_of(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string listing_as_json(const compiler::CodeUnit& unit) { return text_of(json_of(unit)); }
std::string lowered_listing_as_json(Code* code) { return text_of(json_of(code)); }

}  // namespace gillab
