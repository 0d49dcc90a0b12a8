// Finding engines and telling whether they are up to date. Runs before every script: no process, no library but libc.
#include "vm/driver/installation.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gillab::driver {
namespace {

bool exists(const std::string& path) { return access(path.c_str(), F_OK) == 0; }

std::string parent(const std::string& path) { return path.substr(0, path.rfind('/')); }

std::string own_path() {
  char buffer[4096];
  ssize_t length = readlink("/proc/self/exe", buffer, sizeof buffer);
  return length > 0 ? std::string(buffer, static_cast<size_t>(length)) : std::string();
}

Installation find_installation() {
  Installation found;
  found.engines = parent(own_path());
  if (exists(found.engines + "/CMakeCache.txt")) {
    found.source = parent(parent(found.engines));
    found.share = found.source;
  } else {
    std::string prefix = parent(found.engines);
    found.engines = prefix + "/libexec/gillab";
    found.share = prefix + "/share/gillab";
  }
  return found;
}

class Fingerprint {
 public:
  void add_file(int folder, const char* name) {
    struct stat status;
    if (fstatat(folder, name, &status, 0) != 0) return;
    const int64_t facts[] = {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size};
    uint64_t hash = mix(kStart, name, std::char_traits<char>::length(name));
    sum_ += mix(hash, facts, sizeof facts);  // a sum: folders list their files in no order
  }

  void add_folder(int parent_folder, const char* name) {
    int folder = openat(parent_folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    DIR* listing = fdopendir(folder);
    while (dirent* entry = readdir(listing)) {
      std::string_view file = entry->d_name;
      if (file.starts_with('.')) continue;
      if (entry->d_type == DT_DIR) {
        add_folder(folder, entry->d_name);
      } else if (is_source(file)) {
        add_file(folder, entry->d_name);
      }
    }
    closedir(listing);
  }

  uint64_t value() const { return sum_; }

 private:
  static constexpr uint64_t kStart = 14695981039346656037u;  // FNV-1a

  static bool is_source(std::string_view file) {
    return file.ends_with(".cpp") || file.ends_with(".h") || file.ends_with(".def") || file.ends_with(".py");
  }

  static uint64_t mix(uint64_t hash, const void* bytes, size_t count) {
    for (size_t i = 0; i < count; ++i) hash = (hash ^ static_cast<const unsigned char*>(bytes)[i]) * 1099511628211u;
    return hash;
  }

  uint64_t sum_ = 0;
};

}  // namespace

std::string Installation::engine_path(std::string_view layer) const {
  return engines + "/engine-" + std::string(layer);
}

bool Installation::builds_engines() const { return !source.empty() && engines == source + "/build/release"; }

std::vector<std::string> Installation::layers() const {
  std::vector<std::string> found;
  std::string_view known = GILLAB_KNOWN_LAYERS;
  while (!known.empty()) {
    const std::string layer(known.substr(0, known.find(',')));
    known.remove_prefix(std::min(layer.size() + 1, known.size()));
    if (builds_engines() || exists(engine_path(layer))) found.push_back(layer);
  }
  return found;
}

const Installation& installation() {
  static const Installation found = find_installation();
  return found;
}

std::string source_fingerprint(const std::string& source) {
  Fingerprint fingerprint;
  int root = open(source.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  for (const char* file : {"CMakeLists.txt", "CMakePresets.json"}) fingerprint.add_file(root, file);
  for (const char* room : {"gil", "compiler", "runtime", "vm"}) fingerprint.add_folder(root, room);
  close(root);
  char text[24];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(fingerprint.value()));
  return text;
}

bool is_out_of_date(const std::string& source, const std::string& build_folder) {
  char text[24] = {};
  int stamp = open((build_folder + "/fingerprint").c_str(), O_RDONLY | O_CLOEXEC);
  if (stamp < 0) return true;
  ssize_t length = read(stamp, text, sizeof text);
  close(stamp);
  return length < 16 || source_fingerprint(source) != std::string_view(text, 16);
}

}  // namespace gillab::driver
