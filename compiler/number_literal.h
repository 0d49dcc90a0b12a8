// The value of a number token.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "compiler/constant.h"

namespace gillab::compiler {

constexpr size_t kMaxDecimalDigits = 4300;  // CPython's limit: conversion takes time that grows with the square

// `text` is a well-formed number token, and not a decimal int of more than kMaxDecimalDigits digits.
Constant number_value(std::string_view text);

// How many digits a decimal int has, when these are more than kMaxDecimalDigits.
std::optional<size_t> excessive_digits(std::string_view text);

}  // namespace gillab::compiler
