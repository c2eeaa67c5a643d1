#ifndef CBRANDPICTURES_PICTURES_H
#define CBRANDPICTURES_PICTURES_H

#include "CBrandPictures.h"

/* Newer than the C that the package is compiled as; each clang that Swift 6.2 comes with knows it. */
#pragma clang diagnostic ignored "-Wc23-extensions"

#define CB_PICTURE(name, bytes) {name, bytes, sizeof bytes}
#define CB_ALL(pictures) (cb_pictures){pictures, sizeof pictures / sizeof *pictures}

#endif
