#include "CZint.h"

#include <stdlib.h>
#include <zint.h>

struct czint_symbol {
  struct zint_symbol *zint;
};

static const int codes[] = {
    [CZINT_QR] = BARCODE_QRCODE,     [CZINT_AZTEC] = BARCODE_AZTEC,
    [CZINT_DATA_MATRIX] = BARCODE_DATAMATRIX, [CZINT_PDF417] = BARCODE_PDF417,
    [CZINT_CODE128] = BARCODE_CODE128, [CZINT_CODE39] = BARCODE_CODE39,
    [CZINT_EAN] = BARCODE_EANX,      [CZINT_UPCA] = BARCODE_UPCA,
    [CZINT_ITF14] = BARCODE_ITF14,   [CZINT_ITF] = BARCODE_C25INTER,
    [CZINT_CODABAR] = BARCODE_CODABAR, [CZINT_CODE93] = BARCODE_CODE93,
    [CZINT_UPCE] = BARCODE_UPCE,     [CZINT_CODE39_FULL] = BARCODE_EXCODE39,
    [CZINT_GS1_128] = BARCODE_GS1_128,
};

/// Error correction level M: a quarter more modules than L, and a stained screen still reads.
enum { QR_LEVEL_M = 2 };

static enum czint_status status_of(int result) {
  if (result < ZINT_ERROR) return CZINT_DRAWN;
  switch (result) {
    case ZINT_ERROR_TOO_LONG: return CZINT_TOO_LONG;
    case ZINT_ERROR_MEMORY: return CZINT_NO_MEMORY;
    default: return CZINT_REFUSED;
  }
}

struct czint_symbol *czint_encode(
    enum czint_symbology symbology, const unsigned char *bytes, int length, int is_gs1, int eci,
    enum czint_status *status) {
  struct czint_symbol *self = malloc(sizeof *self);
  if (!self) return NULL;
  self->zint = ZBarcode_Create();
  if (!self->zint) {
    free(self);
    return NULL;
  }
  self->zint->symbology = codes[symbology];
  /* NB: which parts there are is the business's own matter; their lengths are not looked at. */
  self->zint->input_mode = is_gs1 ? GS1_MODE | GS1NOCHECK_MODE : DATA_MODE;
  self->zint->eci = eci;
  if (symbology == CZINT_QR) self->zint->option_1 = QR_LEVEL_M;
  if (symbology == CZINT_DATA_MATRIX) self->zint->option_3 = DM_SQUARE;
  *status = status_of(ZBarcode_Encode(self->zint, bytes, length));
  return self;
}

void czint_free(struct czint_symbol *self) {
  if (!self) return;
  ZBarcode_Delete(self->zint);
  free(self);
}

int czint_rows(const struct czint_symbol *self) { return self->zint->rows; }

int czint_width(const struct czint_symbol *self) { return self->zint->width; }

int czint_module(const struct czint_symbol *self, int row, int column) {
  if (row < 0 || row >= self->zint->rows || column < 0 || column >= self->zint->width) return 0;
  return self->zint->encoded_data[row][column >> 3] >> (column & 7) & 1;
}

const char *czint_message(const struct czint_symbol *self) { return self->zint->errtxt; }
