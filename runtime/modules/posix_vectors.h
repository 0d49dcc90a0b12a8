// Arrays of texts as exec wants them: arguments and environments.
#pragma once

#include <string>
#include <vector>

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

class TextVector {
 public:
  // False: an exception is set. `function` begins its sentence.
  bool read_arguments(Thread& thread, Value sequence, const char* function);
  bool read_environment(Thread& thread, Value mapping);
  bool read_texts(Thread& thread, Value sequence, const char* function);  // may be empty
  char* const* pointers();  // ends with null
  size_t size() const { return texts_.size(); }
  const std::string& text(size_t i) const { return texts_[i]; }

 private:
  std::vector<std::string> texts_;
  std::vector<char*> pointers_;
};

}  // namespace gillab
