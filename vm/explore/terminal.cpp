#include "vm/explore/terminal.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace gillab::explore {
namespace {

int terminal_file = -1;
termios usual_settings;
volatile sig_atomic_t was_resized = 0;

constexpr char kEnterScreen[] = "\x1b[?1049h\x1b[?25l";
constexpr char kLeaveScreen[] = "\x1b[?25h\x1b[?1049l";

void write_all(int file, const char* text, size_t size) {
  while (size > 0) {
    const ssize_t written = write(file, text, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written;
    size -= static_cast<size_t>(written);
  }
}

// Safe in a signal handler.
void put_back() {
  if (terminal_file < 0) return;
  write_all(terminal_file, kLeaveScreen, sizeof kLeaveScreen - 1);
  tcsetattr(terminal_file, TCSANOW, &usual_settings);
}

void on_end(int signal) {
  put_back();
  std::signal(signal, SIG_DFL);
  ::raise(signal);
}

void on_resize(int) { was_resized = 1; }

void handle(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;  // without SA_RESTART: a wait for a key ends
  sigaction(signal, &action, nullptr);
}

}  // namespace

Terminal::Terminal() {
  const int file = open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (file < 0 || tcgetattr(file, &usual_settings) != 0) {
    if (file >= 0) close(file);
    return;
  }
  terminal_file = file_ = file;
  for (int signal : {SIGTERM, SIGHUP, SIGQUIT}) handle(signal, on_end);
  handle(SIGWINCH, on_resize);
  termios settings = usual_settings;
  settings.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);  // Ctrl-C comes as a key
  settings.c_cc[VMIN] = 1;
  settings.c_cc[VTIME] = 0;
  tcsetattr(file, TCSANOW, &settings);
  write_all(file, kEnterScreen, sizeof kEnterScreen - 1);
}

Terminal::~Terminal() {
  if (file_ < 0) return;
  put_back();
  terminal_file = -1;
  close(file_);
}

ScreenSize Terminal::size() const {
  winsize found{};
  if (ioctl(file_, TIOCGWINSZ, &found) != 0 || found.ws_row == 0 || found.ws_col == 0) return {};
  return {found.ws_row, found.ws_col};
}

void Terminal::draw(const std::vector<std::string>& lines) {
  std::string screen = "\x1b[H";
  for (size_t i = 0; i < lines.size(); ++i) {
    screen += lines[i] + "\x1b[K";
    if (i + 1 < lines.size()) screen += "\r\n";
  }
  screen += "\x1b[J";
  write_all(file_, screen.data(), screen.size());
}

int Terminal::read_key() {
  for (;;) {
    if (was_resized) {
      was_resized = 0;
      return kResized;
    }
    unsigned char key;
    const ssize_t got = read(file_, &key, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got != 1 || key == 3 || key == 4) return kEnd;
    return key;
  }
}

}  // namespace gillab::explore
