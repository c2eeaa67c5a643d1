#define _GNU_SOURCE
#include "CProcesses.h"

bool process_limit(int resource, uint64_t most, uint64_t end) {
    struct rlimit value;
    if (getrlimit(resource, &value) != 0) return false;
    if (value.rlim_max > end) value.rlim_max = end;
    value.rlim_cur = value.rlim_max < most ? value.rlim_max : most;
    return setrlimit(resource, &value) == 0;
}
