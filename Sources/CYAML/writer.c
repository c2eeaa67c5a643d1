#include "CYAML.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct cyaml_writer {
  yaml_emitter_t emitter;
  unsigned char *bytes;
  size_t length, capacity;
  int has_failed;
};

static int keep(void *data, unsigned char *bytes, size_t length) {
  struct cyaml_writer *self = data;
  if (length > self->capacity - self->length) {
    size_t capacity = (self->capacity + length) * 2;
    unsigned char *grown = realloc(self->bytes, capacity);
    if (!grown) return 0;
    self->bytes = grown;
    self->capacity = capacity;
  }
  memcpy(self->bytes + self->length, bytes, length);
  self->length += length;
  return 1;
}

static void emit(struct cyaml_writer *self, yaml_event_t *event, int made) {
  // The emitter takes the event over, also when it fails.
  if (!made || self->has_failed || !yaml_emitter_emit(&self->emitter, event)) self->has_failed = 1;
}

struct cyaml_writer *cyaml_writer_open(void) {
  struct cyaml_writer *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  if (!yaml_emitter_initialize(&self->emitter)) {
    free(self);
    return NULL;
  }
  yaml_emitter_set_output(&self->emitter, keep, self);
  yaml_emitter_set_unicode(&self->emitter, 1);
  yaml_emitter_set_width(&self->emitter, -1);
  yaml_emitter_set_indent(&self->emitter, 2);
  yaml_event_t event;
  emit(self, &event, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING));
  emit(self, &event, yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1));
  return self;
}

void cyaml_writer_close(struct cyaml_writer *self) {
  if (!self) return;
  yaml_emitter_delete(&self->emitter);
  free(self->bytes);
  free(self);
}

void cyaml_write_scalar(
    struct cyaml_writer *self, const unsigned char *text, size_t length, enum cyaml_style style) {
  static const yaml_scalar_style_t styles[] = {
      [CYAML_PLAIN] = YAML_PLAIN_SCALAR_STYLE,
      [CYAML_SINGLE_QUOTED] = YAML_SINGLE_QUOTED_SCALAR_STYLE,
      [CYAML_DOUBLE_QUOTED] = YAML_DOUBLE_QUOTED_SCALAR_STYLE,
      [CYAML_LITERAL] = YAML_LITERAL_SCALAR_STYLE,
      [CYAML_FOLDED] = YAML_FOLDED_SCALAR_STYLE,
  };
  yaml_event_t event;
  emit(
      self, &event,
      yaml_scalar_event_initialize(
          &event, NULL, NULL, (const yaml_char_t *)text, (int)length, 1, 1, styles[style]));
}

void cyaml_write_mapping(struct cyaml_writer *self, int is_empty) {
  yaml_event_t event;
  emit(
      self, &event,
      yaml_mapping_start_event_initialize(
          &event, NULL, NULL, 1, is_empty ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE));
}

void cyaml_write_mapping_end(struct cyaml_writer *self) {
  yaml_event_t event;
  emit(self, &event, yaml_mapping_end_event_initialize(&event));
}

void cyaml_write_sequence(struct cyaml_writer *self, int is_flow) {
  yaml_event_t event;
  emit(
      self, &event,
      yaml_sequence_start_event_initialize(
          &event, NULL, NULL, 1, is_flow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE));
}

void cyaml_write_sequence_end(struct cyaml_writer *self) {
  yaml_event_t event;
  emit(self, &event, yaml_sequence_end_event_initialize(&event));
}

const unsigned char *cyaml_writer_finish(struct cyaml_writer *self, size_t *length) {
  yaml_event_t event;
  emit(self, &event, yaml_document_end_event_initialize(&event, 1));
  emit(self, &event, yaml_stream_end_event_initialize(&event));
  if (self->has_failed || !yaml_emitter_flush(&self->emitter)) return NULL;
  *length = self->length;
  return self->bytes;
}
