#include "library.h"

void *ca_write_open(
    const ca_library *library, int descriptor, const char *password, bool *is_open) {
    struct archive *archive = library->write_new();
    if (!archive) return NULL;
    bool is_right = library->write_set_format_zip(archive) == ARCHIVE_OK;
    if (is_right && password)
        is_right = library->write_set_options(archive, "zip:encryption=aes256") == ARCHIVE_OK &&
                   library->write_set_passphrase(archive, password) == ARCHIVE_OK;
    *is_open = is_right && library->write_open_fd(archive, descriptor) == ARCHIVE_OK;
    return archive;
}

bool ca_write_entry(
    const ca_library *library, void *archive, const char *name, const uint8_t *bytes,
    size_t count) {
    struct archive_entry *entry = library->entry_new();
    if (!entry) return false;
    library->entry_set_pathname(entry, name);
    library->entry_set_size(entry, (la_int64_t)count);
    library->entry_set_filetype(entry, AE_IFREG);
    library->entry_set_perm(entry, 0600);
    bool is_written = library->write_header(archive, entry) == ARCHIVE_OK &&
                      (count == 0 ||
                       library->write_data(archive, bytes, count) == (la_ssize_t)count);
    library->entry_free(entry);
    return is_written;
}

bool ca_write_finish(const ca_library *library, void *archive) {
    return library->write_close(archive) == ARCHIVE_OK;
}

void ca_write_close(const ca_library *library, void *archive) { library->write_free(archive); }
