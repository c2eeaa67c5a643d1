/* Written by Server/Seed/Brands/draw. */
#include "pictures.h"

static const uint8_t ascorbic_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/ascorbic.png"
};

static const uint8_t cabinet_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/cabinet.png"
};

static const uint8_t card_face_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/card-face.png"
};

static const uint8_t care_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/care.png"
};

static const uint8_t coins_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/coins.png"
};

static const uint8_t cold_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/cold.png"
};

static const uint8_t cream_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/cream.png"
};

static const uint8_t delivery_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/delivery.png"
};

static const uint8_t first_aid_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/first-aid.png"
};

static const uint8_t ginseng_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/ginseng.png"
};

static const uint8_t mortar_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/mortar.png"
};

static const uint8_t night_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/night.png"
};

static const uint8_t plaster_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/plaster.png"
};

static const uint8_t pressure_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/pressure.png"
};

static const uint8_t sage_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/sage.png"
};

static const uint8_t station_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/station.png"
};

static const uint8_t storefront_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/storefront.png"
};

static const uint8_t thermometer_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/thermometer.png"
};

static const uint8_t tonometer_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/tonometer.png"
};

static const uint8_t vitamins_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/vitamins.png"
};

static const uint8_t voucher_png[] = {
#embed "../Server/Seed/Brands/pharmacy/pictures/voucher.png"
};

static const cb_picture all[] = {
    CB_PICTURE("ascorbic.png", ascorbic_png),
    CB_PICTURE("cabinet.png", cabinet_png),
    CB_PICTURE("card-face.png", card_face_png),
    CB_PICTURE("care.png", care_png),
    CB_PICTURE("coins.png", coins_png),
    CB_PICTURE("cold.png", cold_png),
    CB_PICTURE("cream.png", cream_png),
    CB_PICTURE("delivery.png", delivery_png),
    CB_PICTURE("first-aid.png", first_aid_png),
    CB_PICTURE("ginseng.png", ginseng_png),
    CB_PICTURE("mortar.png", mortar_png),
    CB_PICTURE("night.png", night_png),
    CB_PICTURE("plaster.png", plaster_png),
    CB_PICTURE("pressure.png", pressure_png),
    CB_PICTURE("sage.png", sage_png),
    CB_PICTURE("station.png", station_png),
    CB_PICTURE("storefront.png", storefront_png),
    CB_PICTURE("thermometer.png", thermometer_png),
    CB_PICTURE("tonometer.png", tonometer_png),
    CB_PICTURE("vitamins.png", vitamins_png),
    CB_PICTURE("voucher.png", voucher_png),
};

cb_pictures cb_pharmacy(void) { return CB_ALL(all); }
