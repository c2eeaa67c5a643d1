/* Loaded into a program (LD_PRELOAD), ends it by SIGKILL right before the step that DYING_AT names.

   A step is what leaves a trace that the next start finds: a name that goes or comes, what is forced to the disk,
   what is said to a server. They are counted from the first on that gives a file the name in DYING_FROM, that one
   included; without it from the beginning. DYING_STEPS is a file that gets a letter for each step that is begun. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static atomic_int steps;
static atomic_int counts;

static void step(char letter)
{
    const char *at = getenv("DYING_AT"), *kept = getenv("DYING_STEPS");
    if (!at || (getenv("DYING_FROM") && !counts)) return;
    int number = atomic_fetch_add(&steps, 1) + 1;
    if (kept) {
        int file = open(kept, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (file >= 0) {
            if (write(file, &letter, 1) != 1) abort();
            close(file);
        }
    }
    if (number == atoi(at)) kill(getpid(), SIGKILL);
}

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

int rename(const char *from, const char *to)
{
    const char *begin = getenv("DYING_FROM"), *name = strrchr(to, '/');
    if (begin && !strcmp(name ? name + 1 : to, begin)) counts = 1;
    step('n');
    return REAL(rename)(from, to);
}

int unlink(const char *path) { step('u'); return REAL(unlink)(path); }
int unlinkat(int folder, const char *path, int flags)
{
    step('u');
    return REAL(unlinkat)(folder, path, flags);
}
int remove(const char *path) { step('u'); return REAL(remove)(path); }
int rmdir(const char *path) { step('r'); return REAL(rmdir)(path); }
int fsync(int file) { step('f'); return REAL(fsync)(file); }
int fdatasync(int file) { step('f'); return REAL(fdatasync)(file); }
int connect(int socket, const struct sockaddr *address, socklen_t length)
{
    step('c');
    return REAL(connect)(socket, address, length);
}
ssize_t send(int socket, const void *data, size_t length, int flags)
{
    step('s');
    return REAL(send)(socket, data, length, flags);
}
