// `engine dis`: the instructions of a script, as compiled or as they run.
#pragma once

namespace gillab {

int dis_command(int count, char** arguments);

}  // namespace gillab
