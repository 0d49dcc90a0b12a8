// Finding an engine, building it when it is asked for the first time, becoming it.
#include "vm/commands/engine.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/wait.h>
#include <unistd.h>

#include "vm/driver/installation.h"

namespace gillab::driver {
namespace {

// The launcher says on stderr what it does, stdout stays the script's.
bool call_launcher_for(const std::string& layer) {
  const std::string launcher = installation().source + "/gillab";
  const pid_t child = fork();
  if (child == 0) {
    execl(launcher.c_str(), launcher.c_str(), "--build-engine", layer.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

std::string problem_with_layer(const std::string& layer) {
  const std::vector<std::string> layers = installation().layers();
  if (layers.empty()) return "there is no engine in " + installation().engines;
  if (std::find(layers.begin(), layers.end(), layer) != layers.end()) return "";
  const std::vector<std::string_view> names(layers.begin(), layers.end());
  std::string text = "unknown lock layer '" + layer + "'";
  const std::string_view meant = vm::nearest(layer, names);
  if (!meant.empty()) text.append(" (did you mean '").append(meant).append("'?)");
  text += "; there are ";
  for (const std::string& name : layers) text += (&name == &layers[0] ? "" : ", ") + name;
  return text;
}

bool provide_engine(const std::string& layer, std::string* problem) {
  *problem = problem_with_layer(layer);
  if (!problem->empty() || access(installation().engine_path(layer).c_str(), X_OK) == 0) return problem->empty();
  if (!call_launcher_for(layer)) *problem = "the engine of the lock layer '" + layer + "' could not be built";
  return problem->empty();
}

int become_engine(std::string_view layer, const char* command, int count, char** arguments) {
  const std::string name(layer.empty() ? kUsualLayer : layer);
  std::string path = installation().engine_path(name);
  std::vector<char*> words = {path.data(), const_cast<char*>(command)};
  words.insert(words.end(), arguments, arguments + count);
  words.push_back(nullptr);
  const bool is_plain_name = name.find('/') == name.npos;
  if (is_plain_name) execv(path.c_str(), words.data());  // first of all: this is what every start waits for
  std::string problem = path + ": " + std::strerror(errno);
  if (is_plain_name && errno != ENOENT) return refuse("", problem);
  if (!provide_engine(name, &problem)) return refuse(command, problem);
  execv(path.c_str(), words.data());
  return refuse("", path + ": " + std::strerror(errno));
}

std::string option_lines(const std::vector<vm::OptionRow>& rows) {
  std::string text;
  for (const vm::OptionRow& row : rows) {
    std::string line = "  " + std::string(row.name) + (row.value.empty() ? "" : " ") + std::string(row.value);
    line.resize(std::max<size_t>(line.size() + 1, 20), ' ');
    text += line + std::string(row.meaning) + "\n";
  }
  return text;
}

}  // namespace gillab::driver
