/* Notes what a process does to the files under one folder, in the order in which it does it: opened, written, cut,
   synced, renamed, linked and removed. Preloaded, so that it sees the writes and syncs of the real program.

   REFERAT_SHIM_FOLDER names the folder, REFERAT_SHIM_LOG the file that is written. Each note is a letter, three 64-bit
   numbers (file descriptor, offset or flags, length of what follows) and then the data or the paths. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 4096
static int notes = -1;
static char folder[PATH_MAX];
static char watched[MOST];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void raw(const void *data, size_t length) {
  const char *at = data;
  while (length > 0) {
    long done = syscall(SYS_write, notes, at, length);
    if (done <= 0) abort();
    at += done;
    length -= (size_t)done;
  }
}

static void note(char kind, int64_t fd, int64_t at, const void *data, int64_t length) {
  int64_t head[3] = {fd, at, length};
  pthread_mutex_lock(&lock);
  raw(&kind, 1);
  raw(head, sizeof head);
  raw(data, (size_t)length);
  pthread_mutex_unlock(&lock);
}

__attribute__((constructor)) static void begin(void) {
  const char *where = getenv("REFERAT_SHIM_FOLDER"), *log = getenv("REFERAT_SHIM_LOG");
  if (!where || !log || !realpath(where, folder)) return;
  int opened = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  notes = (int)syscall(SYS_fcntl, opened, F_DUPFD_CLOEXEC, 900);
}

static int inside(const char *path, char *whole) {
  if (notes < 0 || !path) return 0;
  if (path[0] == '/') {
    strncpy(whole, path, PATH_MAX - 1);
    whole[PATH_MAX - 1] = 0;
  } else if (!getcwd(whole, PATH_MAX - 2 - strlen(path))) {
    return 0;
  } else {
    strcat(whole, "/");
    strcat(whole, path);
  }
  return strncmp(whole, folder, strlen(folder)) == 0;
}

static int opened(int fd, const char *path, int flags) {
  char whole[PATH_MAX];
  if (fd >= 0 && fd < MOST && inside(path, whole)) {
    watched[fd] = 1;
    note('O', fd, flags, whole, (int64_t)strlen(whole));
  }
  return fd;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define WATCHED(fd) (notes >= 0 && (fd) >= 0 && (fd) < MOST && watched[fd])
#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE(flags) return opened(REAL(open)(path, flags, mode), path, flags); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(REAL(open64)(path, flags, mode), path, flags); }
int openat(int at, const char *path, int flags, ...) {
  MODE(flags) return opened(REAL(openat)(at, path, flags, mode), path, flags);
}
int openat64(int at, const char *path, int flags, ...) {
  MODE(flags) return opened(REAL(openat64)(at, path, flags, mode), path, flags);
}
int close(int fd) {
  if (WATCHED(fd)) { watched[fd] = 0; note('C', fd, 0, "", 0); }
  return REAL(close)(fd);
}
ssize_t write(int fd, const void *data, size_t length) {
  off_t at = WATCHED(fd) ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t done = REAL(write)(fd, data, length);
  if (done > 0 && WATCHED(fd)) note('W', fd, at, data, done);
  return done;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) {
  ssize_t done = REAL(pwrite)(fd, data, length, at);
  if (done > 0 && WATCHED(fd)) note('W', fd, at, data, done);
  return done;
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
  ssize_t done = REAL(pwrite64)(fd, data, length, at);
  if (done > 0 && WATCHED(fd)) note('W', fd, at, data, done);
  return done;
}
int ftruncate(int fd, off_t length) {
  int done = REAL(ftruncate)(fd, length);
  if (done == 0 && WATCHED(fd)) note('T', fd, length, "", 0);
  return done;
}
int ftruncate64(int fd, off64_t length) {
  int done = REAL(ftruncate64)(fd, length);
  if (done == 0 && WATCHED(fd)) note('T', fd, length, "", 0);
  return done;
}
int fsync(int fd) {
  int done = REAL(fsync)(fd);
  if (done == 0 && WATCHED(fd)) note('S', fd, 0, "", 0);
  return done;
}
int fdatasync(int fd) {
  int done = REAL(fdatasync)(fd);
  if (done == 0 && WATCHED(fd)) note('S', fd, 0, "", 0);
  return done;
}
static int gone(int done, const char *path) {
  char whole[PATH_MAX];
  if (done == 0 && inside(path, whole)) note('U', -1, 0, whole, (int64_t)strlen(whole));
  return done;
}
int unlink(const char *path) { return gone(REAL(unlink)(path), path); }
int unlinkat(int at, const char *path, int flags) { return gone(REAL(unlinkat)(at, path, flags), path); }
static int named(int done, char kind, const char *from, const char *to) {
  char both[2 * PATH_MAX], second[PATH_MAX];
  if (done == 0 && inside(from, both) && inside(to, second)) {
    size_t length = strlen(both) + 1;
    strcpy(both + length, second);
    note(kind, -1, 0, both, (int64_t)(length + strlen(second)));
  }
  return done;
}
int rename(const char *from, const char *to) { return named(REAL(rename)(from, to), 'R', from, to); }
int link(const char *from, const char *to) { return named(REAL(link)(from, to), 'L', from, to); }
int linkat(int a, const char *from, int b, const char *to, int flags) {
  return named(REAL(linkat)(a, from, b, to, flags), 'L', from, to);
}
