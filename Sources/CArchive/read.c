#include "library.h"

#include <locale.h>

/* Of one read from the descriptor. */
enum { BLOCK = 1 << 16 };

void *ca_read_open(
    const ca_library *library, int descriptor, const char *password, bool *is_open) {
    struct archive *archive = library->read_new();
    if (!archive) return NULL;
    *is_open = library->read_support_format_zip_seekable(archive) >= ARCHIVE_WARN &&
               (!password || library->read_add_passphrase(archive, password) == ARCHIVE_OK) &&
               library->read_open_fd(archive, descriptor, BLOCK) == ARCHIVE_OK;
    return archive;
}

void *ca_read_open_memory(
    const ca_library *library, const uint8_t *bytes, size_t count, const char *password,
    bool *is_open) {
    struct archive *archive = library->read_new();
    if (!archive) return NULL;
    *is_open = library->read_support_format_zip_seekable(archive) >= ARCHIVE_WARN &&
               (!password || library->read_add_passphrase(archive, password) == ARCHIVE_OK) &&
               library->read_open_memory(archive, bytes, count) == ARCHIVE_OK;
    return archive;
}

void ca_read_close(const ca_library *library, void *archive) { library->read_free(archive); }

static ca_result next(const ca_library *library, void *archive, ca_entry *entry) {
    struct archive_entry *found;
    int result = library->read_next_header(archive, &found);
    if (result == ARCHIVE_EOF) return CA_END;
    if (result < ARCHIVE_WARN) return CA_FAILED;
    entry->name = library->entry_pathname_utf8(found);
    /* A name that is not UTF-8 is still looked at, byte by byte. */
    if (!entry->name) entry->name = library->entry_pathname(found);
    entry->is_file = library->entry_filetype(found) == AE_IFREG;
    entry->is_folder = library->entry_filetype(found) == AE_IFDIR;
    entry->made = (int64_t)library->entry_mtime(found);
    entry->is_encrypted = library->entry_is_data_encrypted(found) > 0;
    return CA_ENTRY;
}

/* Names are converted by the locale, which is none here or any: in "C" all but ASCII is lost. */
ca_result ca_read_next(const ca_library *library, void *archive, ca_entry *entry) {
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!utf8) return next(library, archive, entry);
    locale_t before = uselocale(utf8);
    ca_result result = next(library, archive, entry);
    uselocale(before);
    freelocale(utf8);
    return result;
}

long ca_read_data(const ca_library *library, void *archive, uint8_t *bytes, size_t count) {
    return (long)library->read_data(archive, bytes, count);
}

const char *ca_error(const ca_library *library, void *archive) {
    const char *text = library->error_string(archive);
    return text ? text : "unknown";
}

int ca_error_number(const ca_library *library, void *archive) {
    int code = library->error_number(archive);
    return code > 0 ? code : 0;
}
