#define _GNU_SOURCE
#include "system-calls.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/* What JavaScriptCore, glibc and our own loop call once the library is loaded. */
static const uint32_t allowed[] = {
    SYS_read, SYS_write, SYS_close, SYS_lseek, SYS_ppoll,
    SYS_mmap, SYS_munmap, SYS_mremap, SYS_mprotect, SYS_madvise, SYS_brk,
    SYS_futex, SYS_sched_yield, SYS_sched_getaffinity, SYS_sched_setscheduler,
    SYS_sched_getscheduler, SYS_sched_getparam, SYS_set_robust_list, SYS_rseq, SYS_membarrier,
    SYS_gettid, SYS_getpid, SYS_tgkill, SYS_prctl,
    SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_rt_sigsuspend, SYS_sigaltstack,
    SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep, SYS_nanosleep,
    SYS_getrandom, SYS_getrusage, SYS_sysinfo, SYS_prlimit64, SYS_restart_syscall,
    SYS_exit, SYS_exit_group,
};

enum { COUNT = sizeof allowed / sizeof *allowed, THREAD = CLONE_VM | CLONE_THREAD };

#ifdef ARCHITECTURE
#define LOAD(field) \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field))
#define END(action) BPF_STMT(BPF_RET | BPF_K, (action))

bool js_limit_system_calls(void) {
    struct sock_filter program[COUNT * 2 + 16];
    unsigned short count = 0;
    const uint32_t refused = SECCOMP_RET_ERRNO | EPERM;
#define ADD(...) program[count++] = (struct sock_filter)__VA_ARGS__
    ADD(LOAD(arch));
    ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0));
    ADD(END(SECCOMP_RET_KILL_PROCESS));
    ADD(LOAD(nr));
    for (unsigned index = 0; index < COUNT; index++) {
        ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, allowed[index], 0, 1));
        ADD(END(SECCOMP_RET_ALLOW));
    }
    /* What clone3 is asked for stands in memory, where nobody may look: glibc asks clone then. */
    ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1));
    ADD(END(SECCOMP_RET_ERRNO | ENOSYS));
    ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 1, 0));
    ADD(END(refused));
    /* A thread, and no other process. */
    ADD(LOAD(args[0]));
    ADD(BPF_STMT(BPF_ALU | BPF_AND | BPF_K, THREAD));
    ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THREAD, 0, 1));
    ADD(END(SECCOMP_RET_ALLOW));
    ADD(END(refused));
#undef ADD
    struct sock_fprog filter = {.len = count, .filter = program};
    /* The library has threads already. */
    const unsigned long flags = SECCOMP_FILTER_FLAG_TSYNC;
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &filter) == 0;
}
#else
bool js_limit_system_calls(void) { return false; }
#endif
