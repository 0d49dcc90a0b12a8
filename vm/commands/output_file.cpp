// Writing reports.
#include "vm/commands/output_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace gillab::driver {
namespace {

std::string cannot_write(const std::string& path, int reason) {
  return "cannot write '" + path + "': " + std::strerror(reason);
}

bool write_file(const std::string& path, const std::string& text) {
  FILE* file = std::fopen(path.c_str(), "we");
  if (file == nullptr) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace

std::string problem_with_output(const std::string& path) {
  struct stat status;
  if (stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return cannot_write(path, EISDIR);
  const size_t slash = path.rfind('/');
  const std::string folder = slash == path.npos ? "." : path.substr(0, slash + 1);
  return access(folder.c_str(), W_OK) == 0 ? "" : cannot_write(path, errno);
}

std::string write_whole_file(const std::string& path, const std::string& text) {
  struct stat status;
  const bool is_device = stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);  // /dev/stdout, a pipe
  if (is_device) return write_file(path, text) ? "" : cannot_write(path, errno);
  const std::string beside = path + ".part" + std::to_string(getpid());
  if (write_file(beside, text) && std::rename(beside.c_str(), path.c_str()) == 0) return "";
  const int reason = errno;
  unlink(beside.c_str());
  return cannot_write(path, reason);
}

}  // namespace gillab::driver
