// One Python: its modules, types, names and settings. Several can live in one process.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "runtime/collector_state.h"
#include "runtime/table_lock.h"
#include "runtime/thread.h"
#include "runtime/world.h"

namespace gillab {

struct Module;
struct InternTable;
struct WeakTable;
struct AttributeTable;
struct Heap;
struct FileTypes;
class BodyRows;
namespace regex {
struct Types;
void end(Thread& thread);  // gives back what the module re keeps
}
struct ModuleTypes;

// What is known of a thread that has ended.
struct EndedThread {
  uint64_t id;
  gil::Figures figures;
  uint64_t instructions;
  uint64_t objects_allocated;
  uint64_t objects_freed;
};

// Modules that threads are loading: vm/import_lock.h. All but `ended` under the mutex.
struct ModuleLoads {
  struct Load {
    std::string name;
    Thread* thread;
  };
  std::mutex mutex;
  std::vector<Load> running;
  std::vector<Load> waiting;
  std::atomic<uint32_t> ended{0};  // changes when a load ends; who waits sleeps on it
};

// Stacks of a thread that has ended, for the next one: reserving them anew costs more than starting a thread does.
struct SpareStacks {
  Value* stack;
  Frame* frames;
};

struct Interpreter {
  Names names{};
  Types types{};
  Str* dunder_names[kDunderCount] = {};
  Type* error_types[static_cast<size_t>(Error::kCount)] = {};
  Str* latin1_strings[256] = {};      // the one-character strings everybody shares
  Str* empty_string = nullptr;
  Object* empty_tuple = nullptr;
  Object* empty_bytes = nullptr;
  Object* memory_error = nullptr;     // made at the start, for when nothing can be made

  FileTypes* file_types = nullptr;    // file_open.cpp: made when first needed; owned
  std::shared_ptr<ModuleTypes> module_types;  // modules/module_types.h
  Type* simple_namespace = nullptr;   // types.SimpleNamespace: made when first needed
  Type* stat_result = nullptr;        // of posix; likewise
  Type* lock_type = nullptr;          // of _thread
  Type* struct_time = nullptr;        // time.struct_time: made when time is first imported
  regex::Types* regex = nullptr;      // of re: made when _sre is first imported
  Dict* modules = nullptr;            // sys.modules
  Dict* builtins = nullptr;           // the namespace of builtins
  Object* sys_module = nullptr;
  Value list_append;                  // list.append and len, which the loop knows by heart. Borrowed
  Value len_function;
  gil::Turn turn;
  std::unique_ptr<World> world;
  Heap* heap = nullptr;               // memory.cpp
  InternTable* interned = nullptr;    // str.cpp
  WeakTable* weak_references = nullptr;  // weakref.cpp: object -> its weak references
  AttributeTable* beside_attributes = nullptr;  // attribute_store.cpp: attributes of objects of variable size
  Thread* main_thread = nullptr;      // changes only in the child of a fork
  std::vector<Thread*> threads;       // the main one first
  std::mutex threads_mutex;           // guards `threads`
  std::atomic<uint32_t> leaving{0};   // threads that are no longer in `threads`, but still give their turn up
  uint64_t last_thread_id = 0;
  std::atomic<uint64_t> last_local{0};  // the number of the last threading.local made
  std::vector<SpareStacks> spare_stacks;  // all of the size that started threads have
  std::mutex stacks_mutex;            // guards them
  BodyRows* body_rows = nullptr;      // vm/body_rows.h; null where one body serves all threads. Owned
  Body** unmade_body = nullptr;       // the place in it that functions begin with
  std::atomic<size_t> thread_stack_size{0};  // what threading.stack_size set; 0: the default
  ModuleLoads module_loads;
  Field signal_handlers[65];          // what scripts set, by number. Empty: nothing was set
  TableLock exit_lock;                // guards the next
  std::vector<Value> exit_functions;  // atexit's: tuples (function, args, keywords); owned
  TableLock audit_lock;               // guards the next
  std::vector<Value> audit_hooks;     // of sys.addaudithook, which nobody takes away again; owned
  std::atomic<bool> audited{false};   // there are some
  std::atomic<bool> fault_handler{false};         // faulthandler.enable() was called
  bool figures = false;               // what threads do with the turn is counted
  std::vector<EndedThread> ended_threads;  // only while it is
  gil::Nanoseconds figures_since = 0;
  std::vector<Type*> native_types;    // all types that are not made by scripts, in the order they were made; owned
  Type* abstract_data = nullptr;      // modules/abc.cpp: what ABCMeta keeps for each class
  std::atomic<uint64_t> abstract_version{1};      // changes when a class is registered with an abstract one
  std::atomic<uint32_t> next_shape_id{1};  // 0 when the ids have run out: then nothing is cached any more
  TableLock types_lock;               // shapes of all types, their lists of subclasses, native_types
  std::atomic<uint32_t> recursion_limit{1000};
  std::atomic<double> switch_interval{0.005};     // seconds, as sys.setswitchinterval set it
  int optimize = 0;                   // -O
  bool verify = false;                // -X verify
  bool switch_only_at_loops = false;  // --switch-at loop
  uint64_t hash_seed = 0;
  std::atomic<int> int_max_str_digits{4300};
  std::vector<std::string> arguments; // sys.argv
  std::string executable;
  CollectorState collector;
  std::atomic<bool> finalizing{false};
};

inline const Names& Thread::names() const { return interpreter->names; }
inline const Types& Thread::types() const { return interpreter->types; }
inline Str* Thread::dunder_name(Dunder dunder) const { return interpreter->dunder_names[static_cast<size_t>(dunder)]; }
inline Type* Thread::error_type(Error error) const { return interpreter->error_types[static_cast<size_t>(error)]; }

// Creates the built-in types, names and modules `builtins` and `sys`; the calling thread is its main thread and has the
// turn. The VM makes its stacks and sets the tables it dispatches through.
Thread* start_interpreter(std::unique_ptr<World> world);
// A further thread's state, registered; its stacks are the VM's to make.
Thread* make_thread(Interpreter& interpreter);
void free_thread(Thread* thread);
// Runs what must run at exit, clears modules, frees everything. False: GILLAB_LEAK_CHECK is set, and not all of it was
// there to be freed.
bool end_interpreter(Thread& thread);

}  // namespace gillab
