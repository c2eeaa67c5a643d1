#ifndef CZINT_H
#define CZINT_H

/// libzint's symbol behind accessors: its fixed arrays do not survive import into Swift.
struct czint_symbol;

enum czint_symbology {
  CZINT_QR,
  CZINT_AZTEC,
  CZINT_DATA_MATRIX,
  CZINT_PDF417,
  CZINT_CODE128,
  CZINT_CODE39,
  CZINT_EAN,
  CZINT_UPCA,
  CZINT_ITF14,
  CZINT_ITF,
  CZINT_CODABAR,
  CZINT_CODE93,
  CZINT_UPCE,
  CZINT_CODE39_FULL,
  CZINT_GS1_128,
};

enum czint_status { CZINT_DRAWN, CZINT_TOO_LONG, CZINT_REFUSED, CZINT_NO_MEMORY };

/// Encodes bytes; the caller frees the symbol whatever the status. NULL when the memory runs out.
///
/// `is_gs1` has the parts of the value in brackets, and the symbol begins with FNC1. `eci` is what
/// the symbol says of the bytes' character set, 0 for nothing.
struct czint_symbol *czint_encode(
    enum czint_symbology symbology, const unsigned char *bytes, int length, int is_gs1, int eci,
    enum czint_status *status);
void czint_free(struct czint_symbol *symbol);

int czint_rows(const struct czint_symbol *symbol);
int czint_width(const struct czint_symbol *symbol);
/// 1 for a dark module; 0 for a light one and outside the symbol.
int czint_module(const struct czint_symbol *symbol, int row, int column);
/// Why a value was refused, in libzint's words.
const char *czint_message(const struct czint_symbol *symbol);

#endif
